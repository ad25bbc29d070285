import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.test import APIRequestFactory


def page_size(**query):
    request = Request(APIRequestFactory().get("/", query))
    return api_settings.DEFAULT_PAGINATION_CLASS().get_page_size(request)


@pytest.mark.parametrize(
    ("query", "size"),
    [({}, 20), ({"page_size": "7"}, 7), ({"page_size": "1000"}, 100)],
)
def test_a_client_may_ask_for_a_size(query, size):
    assert page_size(**query) == size


@pytest.mark.parametrize("asked", ["", "0", "-1", "1.5", "many", "null"])
def test_what_is_no_size_is_refused(asked):
    with pytest.raises(ValidationError) as refused:
        page_size(page_size=asked)
    assert "page_size" in refused.value.detail
