import pytest
from django.core.exceptions import ValidationError
from django.forms import ImageField

from api.uploads import validate_image

from .pictures import picture


def read(file):
    """Give the picture as a form does, which reads it first."""
    return ImageField().to_python(file)


@pytest.mark.parametrize("name", ["picture.png", "PICTURE.PNG"])
def test_a_picture_is_taken(name):
    validate_image(read(picture(name)))


@pytest.mark.parametrize("name", ["picture.jpg", "picture.bmp", "picture.html"])
def test_a_picture_of_another_kind_is_refused(name):
    file = picture("picture.png")
    read(file)
    file.name = name
    with pytest.raises(ValidationError):
        validate_image(file)


def test_a_picture_of_many_pixels_is_refused(settings):
    settings.UPLOAD_MAX_PIXELS = 15
    with pytest.raises(ValidationError, match="pixels"):
        validate_image(read(picture("picture.png")))
