from itertools import count

import pytest

from books.models import Book


@pytest.fixture
def book_data():
    """Give valid data for a new book, different each time."""
    numbers = count(1)

    def data(**changes):
        number = next(numbers)
        return {
            "title": f"Title {number:03}",
            "subtitle": f"Subtitle {number:03}",
            "author": f"Author {number:03}",
            "isbn": f"{number:013}",
            **changes,
        }

    return data


@pytest.fixture
def make_book(db, book_data):
    """Store a book."""

    def make(**changes):
        return Book.objects.create(**book_data(**changes))

    return make
