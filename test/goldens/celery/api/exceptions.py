from django.db import DataError, IntegrityError
from rest_framework import exceptions, status, views

from accounts.attempts import TooManyAttempts


class Conflict(exceptions.APIException):
    """What the client asks for contradicts what is stored."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "This contradicts what is stored."
    default_code = "conflict"


def exception_handler(exc, context):
    """
    Answer errors as REST framework does, and what the database refuses as well.

    Serializers check values before they save. Still, of two requests at the same
    moment both may pass the check that a value is unique, and a database may count
    the length of a text or the size of a number in its own way.
    """
    if isinstance(exc, IntegrityError):
        exc = Conflict()
    elif isinstance(exc, DataError | OverflowError):  # The second is SQLite's.
        exc = exceptions.ValidationError({"detail": "A value does not fit."})
    elif isinstance(exc, TooManyAttempts):
        exc = exceptions.Throttled(exc.wait, "Too many attempts.")
    return views.exception_handler(exc, context)
