"""Files for the tests to upload."""

from django.core.files.uploadedfile import SimpleUploadedFile


def text_file(name):
    return SimpleUploadedFile(name, b"words", content_type="text/plain")
