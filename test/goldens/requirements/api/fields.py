import math
from datetime import timedelta

from django.core.validators import RegexValidator
from rest_framework import serializers

from .parsers import is_deep

TEXT_MESSAGE = "Control characters are not allowed."


class OnlyTextMixin:
    """Take text alone: REST framework would take the number 7 for the text "7"."""

    def to_internal_value(self, data):
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class CharField(OnlyTextMixin, serializers.CharField):
    """A text without control characters."""

    check_text = RegexValidator(r"^[^\x00-\x1F\x7F]+\Z", TEXT_MESSAGE)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators.append(self.check_text)


class TextField(CharField):
    """A text of several lines."""

    check_text = RegexValidator(r"^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F]+\Z", TEXT_MESSAGE)


class EmailField(OnlyTextMixin, serializers.EmailField):
    """An email address."""


class SlugField(OnlyTextMixin, serializers.SlugField):
    """A part of an address."""


class URLField(OnlyTextMixin, serializers.URLField):
    """An address on the web."""


class UUIDField(OnlyTextMixin, serializers.UUIDField):
    """A UUID."""


class FloatField(serializers.FloatField):
    """
    A number that JSON can hold: neither infinite nor "not a number".

    Nor true or false, which REST framework takes for 1 and 0.
    """

    def to_internal_value(self, data):
        if isinstance(data, bool):
            self.fail("invalid")
        number = super().to_internal_value(data)
        if not math.isfinite(number):
            self.fail("invalid")
        return number


class DurationField(serializers.DurationField):
    """A span of time that every database can hold: 64 bits of microseconds."""

    limit = timedelta(microseconds=2**63 - 1)

    def __init__(self, **kwargs):
        limits = {"min_value": -self.limit, "max_value": self.limit}
        super().__init__(**{**limits, **kwargs})


class JSONField(serializers.JSONField):
    """A document that every database can hold."""

    def to_internal_value(self, data):
        try:
            document = super().to_internal_value(data)
        except RecursionError:  # A form's text of brackets alone.
            self.fail("invalid")
        if is_deep(document) or not is_storable(document):
            self.fail("invalid")
        return document


def is_storable(value):
    """Tell whether a document has only finite numbers and text that is text."""
    parts = [value]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            parts += [*part.keys(), *part.values()]
        elif isinstance(part, list):
            parts += part
        elif not is_storable_value(part):
            return False
    return True


def is_storable_value(value):
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, str) or is_text(value)


def is_text(text):
    """Tell whether a text has neither NUL nor half a character."""
    return "\x00" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


class PrimaryKeyRelatedField(serializers.PrimaryKeyRelatedField):
    """A related row by its key; a form takes the key, and does not list all rows."""

    def __init__(self, **kwargs):
        super().__init__(**{"style": {"base_template": "input.html"}, **kwargs})
