import time
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from authlib.oauth1 import ClientAuth
from django.urls import reverse

from .models import AccessToken, Client, RequestToken


@pytest.fixture
def registered():
    return Client.objects.create(name="Reader", callback="https://client.example/")


@pytest.fixture
def signer(registered):
    """Sign for the client, which has no token yet."""
    return ClientAuth(
        registered.client_id,
        registered.client_secret,
        redirect_uri=registered.callback,
    )


@pytest.fixture
def user_signer(signer, registered, user):
    """Sign for the client and a user who has allowed it."""
    token = AccessToken.objects.create(client=registered, user=user)
    signer.token, signer.token_secret = token.oauth_token, token.oauth_token_secret
    return signer


def signed(signer, method, url):
    _, headers, _ = signer.prepare(method, f"http://localhost{url}", {}, "")
    return {"Host": "localhost", **headers}


def get_me(api_client, signer):
    url = reverse("me")
    return api_client.get(url, headers=signed(signer, "GET", url))


def fetch(client, signer, name):
    """Fetch a token; the client signs with it from then on."""
    url = reverse(f"oauth1:{name}")
    response = client.post(url, headers=signed(signer, "POST", url))
    if response.status_code == 200:
        data = dict(parse_qsl(response.text))
        signer.token, signer.token_secret = (
            data["oauth_token"],
            data["oauth_token_secret"],
        )
    return response


def answer(client, signer, **data):
    """Answer as the user who is logged in; return what comes back to the client."""
    url = f"{reverse('oauth1:authorize')}?oauth_token={signer.token}"
    assert "Reader" in client.get(url).text
    return parse_qs(urlsplit(client.post(url, data).url).query)


def test_three_steps(client, api_client, signer, user):
    fetch(client, signer, "request-token")
    client.force_login(user)
    [signer.verifier] = answer(client, signer, allow="yes")["oauth_verifier"]
    fetch(client, signer, "access-token")
    assert get_me(api_client, signer).json()["id"] == user.pk
    assert not RequestToken.objects.exists()


def test_authorize_requires_login(client, signer):
    fetch(client, signer, "request-token")
    response = client.get(reverse("oauth1:authorize"), {"oauth_token": signer.token})
    assert "/login/" in response.url
    assert client.get(response.url).status_code == 200


def test_user_cancels(client, signer, user):
    fetch(client, signer, "request-token")
    client.force_login(user)
    assert answer(client, signer) == {"error": ["access_denied"]}
    assert fetch(client, signer, "access-token").status_code == 401


def test_wrong_verifier(client, signer, user):
    fetch(client, signer, "request-token")
    client.force_login(user)
    answer(client, signer, allow="yes")
    signer.verifier = "wrong"
    assert fetch(client, signer, "access-token").status_code == 400
    assert not AccessToken.objects.exists()


def test_wrong_callback(client, signer):
    signer.redirect_uri = "https://other.example/"
    assert fetch(client, signer, "request-token").status_code == 400


@pytest.mark.parametrize("name", ["client_secret", "token", "token_secret"])
def test_wrong_signature(api_client, user_signer, name):
    setattr(user_signer, name, "wrong")
    assert get_me(api_client, user_signer).status_code == 401


def test_request_works_once(api_client, user_signer):
    url = reverse("me")
    headers = signed(user_signer, "GET", url)
    assert api_client.get(url, headers=headers).status_code == 200
    assert api_client.get(url, headers=headers).status_code == 401


@pytest.mark.parametrize("seconds", [-400, 400])
def test_wrong_time(api_client, user_signer, monkeypatch, seconds):
    timestamp = str(int(time.time()) + seconds)
    path = "authlib.oauth1.rfc5849.client_auth.generate_timestamp"
    monkeypatch.setattr(path, lambda: timestamp)
    assert get_me(api_client, user_signer).status_code == 401


def test_inactive_user(api_client, user_signer, user):
    user.is_active = False
    user.save()
    assert get_me(api_client, user_signer).status_code == 401
