from itertools import count

from django.contrib.auth import get_user_model

numbers = count(1)


def make(**changes):
    """Store a user, who cannot log in by a password."""
    number = next(numbers)
    return get_user_model().objects.create_user(f"user{number}", **changes)
