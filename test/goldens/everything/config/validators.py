from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator


def validate_image(file):
    FileExtensionValidator(["gif", "jpeg", "jpg", "png", "webp"])(file)
    if file.size > 5_000_000:
        raise ValidationError("The file is larger than 5 MB.")
