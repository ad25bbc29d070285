from datetime import timedelta

import jwt
import pytest
from django.conf import settings
from django.urls import reverse
from rest_framework import status
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from accounts import attempts
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

ROOT = reverse("v1:root")
TOKEN = reverse("v1:token")
REFRESH = reverse("v1:token-refresh")
VERIFY = reverse("v1:token-verify")
BLACKLIST = reverse("v1:token-blacklist")


def log_in(client, user, password=PASSWORD):
    return client.post(TOKEN, {"username": user.username, "password": password})


def ask(client, token):
    return client.get(ROOT, HTTP_AUTHORIZATION=f"Bearer {token}")


def test_a_password_gives_tokens_that_log_in(anonymous, user):
    tokens = log_in(anonymous, user).json()
    response = ask(anonymous, tokens["access"])
    assert response.status_code == status.HTTP_200_OK
    assert response.wsgi_request.user == user
    assert anonymous.post(VERIFY, {"token": tokens["access"]}).json() == {}


def test_a_wrong_password_gives_none(anonymous, user):
    response = log_in(anonymous, user, "wrong")
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert "access" not in response.json()


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


def test_a_refresh_token_is_good_for_one_use(anonymous, user):
    first = log_in(anonymous, user).json()
    second = anonymous.post(REFRESH, {"refresh": first["refresh"]}).json()
    assert ask(anonymous, second["access"]).status_code == status.HTTP_200_OK
    again = anonymous.post(REFRESH, {"refresh": first["refresh"]})
    assert again.status_code == status.HTTP_401_UNAUTHORIZED
    third = anonymous.post(REFRESH, {"refresh": second["refresh"]})
    assert third.status_code == status.HTTP_200_OK


def test_a_refresh_token_is_worthless_after_log_out(anonymous, user):
    tokens = log_in(anonymous, user).json()
    refresh = {"refresh": tokens["refresh"]}
    assert anonymous.post(BLACKLIST, refresh).status_code == status.HTTP_200_OK
    response = anonymous.post(REFRESH, refresh)
    assert response.status_code == status.HTTP_401_UNAUTHORIZED


def forged(user):
    """Give tokens that look right, and what is wrong with each."""
    expired = AccessToken.for_user(user)
    expired.set_exp(lifetime=-timedelta(seconds=1))
    claims = AccessToken.for_user(user).payload
    return {
        "expired": str(expired),
        "without a signature": jwt.encode(claims, None, algorithm="none"),
        "signed with another key": jwt.encode(claims, "another key" * 6),
        "signed in another way": jwt.encode(
            claims, settings.JWT_SIGNING_KEY, algorithm="HS384"
        ),
        "for another use": str(RefreshToken.for_user(user)),
    }


@pytest.mark.parametrize(
    "what",
    [
        "expired",
        "without a signature",
        "signed with another key",
        "signed in another way",
        "for another use",
    ],
)
def test_a_token_is_refused(anonymous, user, what):
    response = ask(anonymous, forged(user)[what])
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'


@pytest.mark.parametrize("password", ["another one", None])
def test_a_new_password_makes_tokens_worthless(anonymous, user, password):
    tokens = log_in(anonymous, user).json()
    user.set_password(password)
    user.save()
    response = ask(anonymous, tokens["access"])
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    response = anonymous.post(REFRESH, {"refresh": tokens["refresh"]})
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    # It does not come back to life with the next password.
    user.set_password("a third one")
    user.save()
    response = anonymous.post(REFRESH, {"refresh": tokens["refresh"]})
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert "access" in log_in(anonymous, user, "a third one").json()


def test_another_change_of_the_user_ends_nothing(anonymous, user):
    tokens = log_in(anonymous, user).json()
    user.first_name = "Ada"
    user.save()
    response = anonymous.post(REFRESH, {"refresh": tokens["refresh"]})
    assert response.status_code == status.HTTP_200_OK


def test_who_is_gone_does_not_stay_logged_in(anonymous, user):
    tokens = log_in(anonymous, user).json()
    user.delete()
    response = anonymous.post(REFRESH, {"refresh": tokens["refresh"]})
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
