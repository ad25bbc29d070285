import pytest
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")


def test_who_is_not_known_is_told_how_to_log_in(anonymous):
    response = anonymous.post(LIST, {})
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert response["WWW-Authenticate"]


def test_a_session_alone_does_not_write(user, client):
    # Any other site can make a browser send its cookies, but not this token.
    client.handler.enforce_csrf_checks = True
    client.force_login(user)
    response = client.post(LIST, {}, content_type="application/json")
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert "CSRF" in response.json()["detail"]
