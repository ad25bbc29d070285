import pytest
from django.http import QueryDict
from rest_framework import serializers

from accounts.models import User
from api import fields
from api.serializers import ModelSerializer


class NameSerializer(ModelSerializer):
    class Meta:
        model = User
        fields = ("username",)


class MailSerializer(NameSerializer):
    class Meta(NameSerializer.Meta):
        fields = ("username", "email")


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


def test_a_serializer_shares_no_field():
    one, other = NameSerializer(), NameSerializer()
    one.fields["username"].required = False
    assert other.fields["username"].required
    assert NameSerializer().fields["username"].required


def test_a_serializer_has_no_fields_of_the_one_that_it_extends():
    assert [*NameSerializer().fields] == ["username"]
    assert [*MailSerializer().fields] == ["username", "email"]
