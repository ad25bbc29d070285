import pytest
from django.core.management import call_command

from books.models import Book

pytestmark = pytest.mark.django_db


def test_sample_books_are_loaded_once():
    call_command("load_sample_data")
    loaded = Book.objects.count()
    assert loaded > 0
    Book.objects.first().delete()
    call_command("load_sample_data")
    assert Book.objects.count() == loaded - 1
