from itertools import count

from accounts.tests import factories as accounts
from books.models import Book

numbers = count(1)


def valid(**changes):
    """Give valid data, different each time."""
    number = next(numbers)
    return {
        "title": f"Title {number:04}",
        "subtitle": f"Subtitle {number:04}",
        "author": f"Author {number:04}",
        "isbn": f"Isbn {number:04}",
        **changes,
    }


def make(**changes):
    """Store a book."""
    data = valid(**changes)
    if "owner" not in data:
        data["owner"] = accounts.make()
    book = Book.objects.create(**data)
    return book
