import math

from django.core.exceptions import ValidationError


def validate_finite(value):
    if not math.isfinite(value):
        raise ValidationError("Enter a finite number.")
