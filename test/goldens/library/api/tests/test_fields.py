import pytest
from django.http import QueryDict
from rest_framework import serializers

from api import fields


class DocumentSerializer(serializers.Serializer):
    document = fields.JSONField()


def is_taken(text):
    form = QueryDict(mutable=True)
    form["document"] = text
    return DocumentSerializer(data=form).is_valid()


def test_a_form_holds_json():
    assert is_taken('{"a": [1, null]}')


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, "[" * 900 + "]" * 900, "[1e400]", '"\\u0000"']
)
def test_other_texts_are_refused(text):
    assert not is_taken(text)


@pytest.mark.parametrize("value", [False, True, "inf", float("nan")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(serializers.ValidationError):
        fields.FloatField().run_validation(value)


def test_a_number_is_no_uuid():
    with pytest.raises(serializers.ValidationError):
        fields.UUIDField().run_validation(7)
