import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from api.filters import SearchFilter


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
