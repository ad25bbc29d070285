from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator

MAX_BYTES = 5_000_000
IMAGES = ["gif", "jpeg", "jpg", "png", "webp"]


def validate_size(file):
    if file.size > MAX_BYTES:
        raise ValidationError("The file is larger than 5 MB.")


def validate_image(file):
    FileExtensionValidator(IMAGES)(file)
    validate_size(file)
