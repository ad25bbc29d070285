import pytest
from django.urls import reverse
from rest_framework import status

from accounts import attempts
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

ROOT = reverse("v1:root")
TOKEN = reverse("v1:token")


def log_in(client, user, password=PASSWORD):
    return client.post(TOKEN, {"username": user.username, "password": password})


def test_a_password_gives_a_token_that_logs_in(anonymous, user):
    token = log_in(anonymous, user).json()["token"]
    anonymous.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    response = anonymous.get(ROOT)
    assert response.status_code == status.HTTP_200_OK
    assert response.wsgi_request.user == user


def test_a_wrong_password_gives_none(anonymous, user):
    response = log_in(anonymous, user, "wrong")
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert "token" not in response.json()


def test_an_unknown_name_is_told_in_the_same_words(anonymous, user, django_user_model):
    wrong = log_in(anonymous, user, "wrong")
    unknown = log_in(anonymous, django_user_model(username="nobody"), "wrong")
    assert unknown.status_code == wrong.status_code
    assert unknown.json() == wrong.json()


def test_nobody_guesses_a_password_for_long(anonymous, user):
    for _ in range(attempts.MOST_BY_NAME):
        log_in(anonymous, user, "wrong")
    # Not even the right one is let in now.
    response = log_in(anonymous, user)
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
    assert int(response["Retry-After"]) in range(800, 901)


def test_a_new_password_ends_the_token(anonymous, user):
    first = log_in(anonymous, user).json()["token"]
    user.first_name = "Ada"
    user.save()
    assert log_in(anonymous, user).json()["token"] == first
    user.set_password("another one")
    user.save()
    anonymous.credentials(HTTP_AUTHORIZATION=f"Token {first}")
    assert anonymous.get(ROOT).status_code == status.HTTP_401_UNAUTHORIZED
    anonymous.credentials()
    assert log_in(anonymous, user, "another one").json()["token"] != first


def test_a_token_that_is_deleted_is_refused(anonymous, user):
    token = log_in(anonymous, user).json()["token"]
    user.auth_token.delete()
    anonymous.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    response = anonymous.get(ROOT)
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert response["WWW-Authenticate"] == "Token"
