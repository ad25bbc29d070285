import pytest

from .factories import make

pytestmark = pytest.mark.django_db


def test_it_is_shown_by_its_title():
    book = make()
    assert str(book) == book.title
