"""Every error below /api/ is JSON."""

import errno

import pytest
from django.db import InterfaceError, OperationalError
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db

ROOT = reverse("v1:root")
STATISTICS = reverse("v1:statistics")


def detail(response):
    assert response["Content-Type"] == "application/json"
    return response.json()["detail"]


@pytest.mark.parametrize("method", ["get", "post", "delete"])
@pytest.mark.parametrize("path", ["/api/", "/api/unknown/", "/api/v9/"])
def test_an_unknown_address(client, method, path):
    response = getattr(client, method)(path)
    assert response.status_code == status.HTTP_404_NOT_FOUND
    assert detail(response) == "Not found."


def test_a_missing_slash_is_added(client):
    response = client.get("/api/v1/statistics?format=json")
    assert response.status_code == status.HTTP_301_MOVED_PERMANENTLY
    assert response["Location"] == "/api/v1/statistics/?format=json"


def test_a_missing_slash_is_named_where_data_would_be_lost(client):
    response = client.post("/api/v1/statistics", {})
    assert response.status_code == status.HTTP_404_NOT_FOUND
    assert detail(response).endswith("ends with a slash: /api/v1/statistics/")


def test_a_method_that_is_not_offered(member):
    response = member.put(STATISTICS)
    assert response.status_code == status.HTTP_405_METHOD_NOT_ALLOWED
    assert "PUT" in detail(response)


def test_a_format_that_is_not_offered(reader):
    response = reader.get(ROOT, HTTP_ACCEPT="image/png")
    assert response.status_code == status.HTTP_406_NOT_ACCEPTABLE
    assert detail(response)


def test_too_many_requests(reader, monkeypatch):
    monkeypatch.setattr(
        "rest_framework.throttling.SimpleRateThrottle.get_rate", lambda _self: "1/min"
    )
    assert reader.get(ROOT).status_code == status.HTTP_200_OK
    response = reader.get(ROOT)
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
    assert detail(response)


def test_an_error_of_the_server(visitor, monkeypatch):
    def fail(*_args):
        raise RuntimeError

    monkeypatch.setattr("api.views.StatisticsView.get", fail)
    visitor.raise_request_exception = False
    response = visitor.get(STATISTICS)
    assert response.status_code == status.HTTP_500_INTERNAL_SERVER_ERROR
    assert detail(response) == "Server error."


@pytest.mark.parametrize(
    "error",
    [OperationalError(), InterfaceError(), TimeoutError(), OSError(errno.ENOSPC, "")],
)
def test_a_service_that_is_away_or_a_full_disk(visitor, monkeypatch, error):
    def fail(*_args):
        raise error

    monkeypatch.setattr("api.views.StatisticsView.get", fail)
    visitor.raise_request_exception = False
    response = visitor.get(STATISTICS)
    assert response.status_code == status.HTTP_503_SERVICE_UNAVAILABLE
    assert response["Retry-After"] == "10"
    assert detail(response) == "This cannot be done now. Try again later."


def test_a_host_that_is_not_allowed(client):
    response = client.get(ROOT, HTTP_HOST="evil.example")
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert detail(response) == "Bad request."
