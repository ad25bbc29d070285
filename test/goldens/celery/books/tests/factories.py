from itertools import count

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
    return Book.objects.create(**valid(**changes))
