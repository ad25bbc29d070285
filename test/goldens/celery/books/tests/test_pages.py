import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")


def test_a_list_has_pages(reader):
    for _ in range(3):
        make()
    first = reader.get(LIST, {"page_size": 2}).json()
    assert first["count"] == 3
    assert first["previous"] is None
    second = reader.get(first["next"]).json()
    assert second["next"] is None
    rows = first["results"] + second["results"]
    assert rows == reader.get(LIST).json()["results"]


@pytest.mark.parametrize("page", ["0", "x", "\x00", "9" * 5000])
def test_an_unknown_page_is_not_found(reader, page):
    response = reader.get(LIST, {"page": page})
    assert response.status_code == status.HTTP_404_NOT_FOUND


def test_a_page_has_a_limit(reader):
    for _ in range(101):
        make()
    response = reader.get(LIST, {"page_size": 1000})
    assert len(response.json()["results"]) == 100
