import pytest
from django.core.exceptions import ValidationError as FormError
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from api.filters import BooleanFilter, IntegerFilter, MomentField, SearchFilter


def terms(text):
    request = Request(APIRequestFactory().get("/", {"search": text}))
    return [*SearchFilter().get_search_terms(request)]


def test_a_search_is_for_words():
    assert terms('war "and peace"') == ["war", "and peace"]


@pytest.mark.parametrize("text", ["1 " * 1000, "\x00"])
def test_a_search_that_no_database_takes(text):
    with pytest.raises(ValidationError) as raised:
        terms(text)
    assert list(raised.value.detail) == ["search"]


def test_a_moment_is_put_in_utc_whatever_its_offset():
    moment = MomentField().clean("2026-01-01T00:00:00+22:00")
    assert moment.isoformat() == "2025-12-31T02:00:00+00:00"


def test_a_moment_that_is_none_in_utc_is_refused():
    with pytest.raises(FormError):
        MomentField().clean("0001-01-01T00:00:00+01:00")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (BooleanFilter(), "maybe"),
        (IntegerFilter(), "9223372036854775808"),
        (IntegerFilter(), "0.5"),
    ],
)
def test_a_value_that_is_none_is_refused(made, text):
    widget = made.field.widget
    value = widget.value_from_datadict({"name": text}, {}, "name")
    with pytest.raises(FormError):
        made.field.clean(value)


@pytest.mark.parametrize(("text", "meant"), [("true", True), ("0", False), ("", None)])
def test_words_for_true_and_false(text, meant):
    field = BooleanFilter().field
    value = field.widget.value_from_datadict({"name": text}, {}, "name")
    assert field.clean(value) is meant
