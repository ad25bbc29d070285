import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")


def test_a_list_has_pages(anonymous):
    for _ in range(3):
        make()
    first = anonymous.get(LIST, {"page_size": 2}).json()
    assert first["previous"] is None
    second = anonymous.get(first["next"]).json()
    assert second["next"] is None
    rows = first["results"] + second["results"]
    assert rows == anonymous.get(LIST).json()["results"]
    assert anonymous.get(second["previous"]).json()["results"] == first["results"]


@pytest.mark.parametrize("cursor", ["0", "x", "\x00", "cD0xJnI9MQ==", "9" * 5000])
def test_an_unknown_cursor_is_not_found(anonymous, cursor):
    response = anonymous.get(LIST, {"cursor": cursor})
    assert response.status_code == status.HTTP_404_NOT_FOUND


def test_a_page_has_a_limit(anonymous):
    for _ in range(101):
        make()
    response = anonymous.get(LIST, {"page_size": 1000})
    assert len(response.json()["results"]) == 100
