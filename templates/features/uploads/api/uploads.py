"""What may be uploaded."""

import errno
import shutil
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat


def validate_file(file):
    """Refuse what is too large, and what is of no kind that the settings name."""
    if is_stored(file):
        return
    validate_size(file)
    validate_kind(file, settings.UPLOAD_FILES)
    find_room(file)


def validate_image(file):
    """Refuse what is too large, and what is no picture of the kind that it says."""
    if is_stored(file):
        return
    validate_size(file)
    kind = validate_kind(file, settings.UPLOAD_IMAGES)
    # Pillow has read it already, and left what it found.
    image = getattr(file, "image", None) or getattr(file.file, "image", None)
    if image is None or image.format != settings.UPLOAD_IMAGES[kind]:
        raise ValidationError("This is no picture of the kind that its name says.")
    if image.width * image.height > settings.UPLOAD_MAX_PIXELS:
        raise ValidationError("This picture has too many pixels.")
    find_room(file)


def is_stored(file):
    """Tell whether the file was there before, and so has been looked at."""
    return getattr(file, "_committed", False)


def validate_size(file):
    if file.size > settings.UPLOAD_MAX_BYTES:
        limit = filesizeformat(settings.UPLOAD_MAX_BYTES)
        raise ValidationError(f"This file is larger than {limit}.")


def validate_kind(file, kinds):
    kind = Path(file.name).suffix[1:].lower()
    if kind not in kinds:
        raise ValidationError(f"Send one of these kinds: {', '.join(kinds)}.")
    return kind


def find_room(file):
    """Refuse what the disk cannot hold, before a part of it is there and stays."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    if file.size > shutil.disk_usage(folder).free:
        raise OSError(errno.ENOSPC, "No room for an upload", str(folder))
