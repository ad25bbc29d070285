"""Pictures for the tests to upload."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(name, size=(4, 4), kind="PNG"):
    data = BytesIO()
    Image.new("RGB", size, "teal").save(data, kind)
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/png")
