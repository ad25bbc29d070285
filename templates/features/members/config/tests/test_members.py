import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db


def test_a_page_asks_who_is_not_known_to_log_in(client):
    response = client.get("/")
    assert response.status_code == status.HTTP_302_FOUND
    assert response["Location"] == f"{resolve_url(settings.LOGIN_URL)}?next=/"
    assert client.get(response["Location"]).status_code == status.HTTP_200_OK


def test_a_member_sees_it(visitor):
    assert visitor.get("/", follow=True).status_code == status.HTTP_200_OK


def test_what_asks_whether_the_server_is_well_needs_no_login(client):
    assert client.get("/healthz").status_code == status.HTTP_200_OK


@pytest.mark.parametrize("name", ["v1:root", "v1:statistics"])
def test_the_api_tells_nobody_anything(anonymous, name):
    response = anonymous.get(reverse(name))
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
