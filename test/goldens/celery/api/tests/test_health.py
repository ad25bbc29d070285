import pytest
from django.db import DatabaseError, connection
from rest_framework import status

from api import health


@pytest.mark.django_db
def test_all_is_well(client):
    response = client.get("/healthz")
    assert response.status_code == status.HTTP_200_OK
    assert response.json() == {"status": "ok", "database": "ok"}


def test_the_database_does_not_answer(client, monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", fail)
    response = client.get("/healthz")
    assert response.status_code == status.HTTP_503_SERVICE_UNAVAILABLE
    assert response.json() == {"status": "error", "database": "error"}


def test_the_site_is_about_to_stop(client, monkeypatch, tmp_path):
    monkeypatch.setattr(health, "STOPPING", tmp_path)
    response = client.get("/healthz")
    assert response.status_code == status.HTTP_503_SERVICE_UNAVAILABLE
    assert response.json() == {"status": "stopping"}
