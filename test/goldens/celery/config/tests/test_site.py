import pytest
from django.urls import reverse
from django.utils.html import escape
from rest_framework import status

pytestmark = pytest.mark.django_db


def test_the_home_page_answers(visitor, settings):
    response = visitor.get(reverse("home"))
    assert response.status_code == status.HTTP_200_OK
    assert escape(settings.SITE_TITLE) in response.content.decode()


def test_a_user_logs_in_and_out(client, user):
    response = client.post(
        reverse("login"), {"username": user.username, "password": "correct horse"}
    )
    assert response.status_code == status.HTTP_302_FOUND
    assert "Log out" in client.get(reverse("home")).content.decode()
    client.post(reverse("logout"))
    assert "Log out" not in client.get(reverse("home")).content.decode()


def test_a_wrong_password_is_refused(client, user):
    response = client.post(
        reverse("login"), {"username": user.username, "password": "wrong"}
    )
    assert response.status_code == status.HTTP_200_OK
    assert response.context["form"].non_field_errors()


def test_an_unknown_page_has_the_look_of_the_site(client):
    response = client.get("/unknown/")
    assert response.status_code == status.HTTP_404_NOT_FOUND
    assert "Page not found" in response.content.decode()


def test_an_error_of_the_server_has_a_page(visitor, monkeypatch):
    monkeypatch.setattr("config.site_views.render", None)
    visitor.raise_request_exception = False
    response = visitor.get(reverse("home"))
    assert response.status_code == status.HTTP_500_INTERNAL_SERVER_ERROR
    assert "Something went wrong" in response.content.decode()
