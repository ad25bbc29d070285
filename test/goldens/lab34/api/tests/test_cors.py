import pytest
from django.urls import reverse
from rest_framework import status

ROOT = reverse("v1:root")
LISTED = "https://listed.example.com"
ALLOWED = "Access-Control-Allow-Origin"


@pytest.fixture(autouse=True)
def _listed(settings):
    settings.CORS_ALLOWED_ORIGINS = [LISTED]


def test_the_scripts_of_a_listed_site_may_call(anonymous):
    assert anonymous.get(ROOT, HTTP_ORIGIN=LISTED)[ALLOWED] == LISTED


def test_a_browser_may_ask_before_it_sends(anonymous):
    response = anonymous.options(
        ROOT,
        HTTP_ORIGIN=LISTED,
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="PUT",
        HTTP_ACCESS_CONTROL_REQUEST_HEADERS="authorization,content-type",
    )
    assert response.status_code == status.HTTP_200_OK
    assert response[ALLOWED] == LISTED
    assert "PUT" in response["Access-Control-Allow-Methods"]
    assert "authorization" in response["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    "origin", ["https://other.example.com", "http://listed.example.com", "null"]
)
def test_other_sites_may_not(anonymous, origin):
    assert ALLOWED not in anonymous.get(ROOT, HTTP_ORIGIN=origin)


def test_a_visitors_session_is_not_sent_along(anonymous):
    response = anonymous.get(ROOT, HTTP_ORIGIN=LISTED)
    assert "Access-Control-Allow-Credentials" not in response


def test_no_site_reads_the_pages(client):
    assert ALLOWED not in client.get("/admin/login/", HTTP_ORIGIN=LISTED)
