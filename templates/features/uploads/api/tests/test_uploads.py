import shutil

import pytest
from django.core.exceptions import ValidationError

from api.uploads import validate_file

from .uploads import text_file


@pytest.mark.parametrize("name", ["words.txt", "WORDS.TXT", "a.b.pdf"])
def test_a_file_is_taken(name):
    validate_file(text_file(name))


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "run.exe", "words"])
def test_a_file_of_another_kind_is_refused(name):
    with pytest.raises(ValidationError, match="kinds"):
        validate_file(text_file(name))


def test_a_large_file_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 4
    with pytest.raises(ValidationError, match="larger"):
        validate_file(text_file("words.txt"))


def test_nothing_is_begun_that_the_disk_cannot_hold(monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=4)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(OSError, match="No room"):
        validate_file(text_file("words.txt"))
