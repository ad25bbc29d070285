from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from rest_framework import status

from config import views


def test_the_icon_is_where_browsers_look_for_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == status.HTTP_200_OK
    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.getvalue()


def test_a_body_that_is_too_long(client, rf, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 4
    page = client.post("/admin/login/", {"username": "longer than that"})
    assert page.status_code == status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    assert b"longer than what is taken" in page.content
    answer = views.bad_request(rf.post("/api/v1/"), RequestDataTooBig())
    assert answer.status_code == status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    assert answer["Content-Type"] == "application/json"


def test_a_database_that_is_away_has_a_page(client, monkeypatch):
    def fail(*_args, **_options):
        raise OperationalError

    monkeypatch.setattr("django.contrib.admin.sites.AdminSite.each_context", fail)
    client.raise_request_exception = False
    page = client.get("/admin/login/")
    assert page.status_code == status.HTTP_503_SERVICE_UNAVAILABLE
    assert page["Retry-After"] == "10"
    assert b"Try again later" in page.content
