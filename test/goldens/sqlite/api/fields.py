from django.core.validators import RegexValidator
from rest_framework import serializers

TEXT_MESSAGE = "Control characters are not allowed."


class CharField(serializers.CharField):
    """A text that must be text in the JSON too, without control characters."""

    pattern = r"^[^\x00-\x1F\x7F]+\Z"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators.append(RegexValidator(self.pattern, TEXT_MESSAGE))

    def to_internal_value(self, data):
        # REST framework would take the number 7 for the text "7".
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class TextField(CharField):
    """A text of several lines."""

    pattern = r"^[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F]+\Z"
