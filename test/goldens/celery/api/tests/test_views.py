import pytest
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db


def test_the_root_names_the_endpoints(reader):
    endpoints = reader.get(reverse("v1:root")).json()
    assert list(endpoints) == [
        "books",
        "statistics",
    ]
    for url in endpoints.values():
        assert reader.get(url).status_code == status.HTTP_200_OK


def test_the_browsable_api_answers_a_browser(visitor):
    response = visitor.get(reverse("v1:root"), HTTP_ACCEPT="text/html")
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1>API root</h1>" in response.content.decode()


def test_the_statistics_count(reader):
    figures = reader.get(reverse("v1:statistics")).json()
    assert figures.pop("counted_at")
    assert figures == {
        "books": 0,
    }
