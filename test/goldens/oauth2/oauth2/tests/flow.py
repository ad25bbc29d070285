"""What a client does, step by step, and the answers that it gets."""

import base64
import hashlib
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from django.urls import reverse
from django.utils import timezone
from oauth2_provider.models import AccessToken, Application

AUTHORIZE = reverse("oauth2_provider:authorize")
TOKEN = reverse("oauth2_provider:token")
REVOKE = reverse("oauth2_provider:revoke-token")
INTROSPECT = reverse("oauth2_provider:introspect")

CALLBACK = "https://client.example.org/callback"
SECRET = "a secret that only the client knows"
VERIFIER = "v" * 64
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest())
    .decode()
    .rstrip("=")
)


def register(**fields):
    """Register a client, as the admin would."""
    return Application.objects.create(
        **{
            "name": "Reading list",
            "client_type": Application.CLIENT_CONFIDENTIAL,
            "client_secret": SECRET,
            "authorization_grant_type": Application.GRANT_AUTHORIZATION_CODE,
            "redirect_uris": CALLBACK,
            **fields,
        }
    )


def register_for_itself(user):
    """Register a client without a person before it."""
    grant_type = Application.GRANT_CLIENT_CREDENTIALS
    return register(authorization_grant_type=grant_type, redirect_uris="", user=user)


def question(client, **changes):
    """Return what a client sends the user to the consent page with."""
    parameters = {
        "response_type": "code",
        "client_id": client.client_id,
        "redirect_uri": CALLBACK,
        "scope": "read write",
        "state": "state of the client",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        **changes,
    }
    return {name: value for name, value in parameters.items() if value is not None}


def answer(browser, client, allow=True, **changes):
    """Answer on the consent page, and return the response."""
    asked = question(client, **changes)
    return browser.post(AUTHORIZE, asked | ({"allow": "true"} if allow else {}))


def sent_back(response):
    """Return what the user's browser brings to the client's callback."""
    assert response.status_code == 302, response.content
    address = urlsplit(response.headers["Location"])
    return {name: value for name, (value,) in parse_qs(address.query).items()}


def request_token(api, client, **changes):
    """Ask for a token with the client's secret, and return the response."""
    parameters = {
        "client_id": client.client_id,
        "client_secret": SECRET,
        **changes,
    }
    parameters = {name: value for name, value in parameters.items() if value}
    return api.post(TOKEN, parameters)


def exchange(api, client, code, **changes):
    """Ask for a token with a code."""
    changes = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
        **changes,
    }
    return request_token(api, client, **changes)


def refresh(api, client, token):
    """Ask for a new token with a refresh token."""
    return request_token(api, client, grant_type="refresh_token", refresh_token=token)


def give_token(user, client, scope="read write", lasts=timedelta(hours=1)):
    """Make an access token without the steps above, and return its text."""
    text = f"token-{AccessToken.objects.count()}"
    AccessToken.objects.create(
        user=user,
        application=client,
        token=text,
        scope=scope,
        expires=timezone.now() + lasts,
    )
    return text
