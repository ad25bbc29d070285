from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from oauth2_provider.models import Application

from .tasks import clean_up


@pytest.mark.parametrize("name", ["login", "password_reset", "sign_up"])
def test_pages(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_sign_up(client, django_user_model):
    data = {
        django_user_model.USERNAME_FIELD: "grace@example.com",
        "password1": "correct horse",
        "password2": "correct horse",
    }
    assert client.post(reverse("sign_up"), data).status_code == 302
    user = django_user_model.objects.get()
    assert client.session["_auth_user_id"] == str(user.pk)


def test_lockout(client, user, settings):
    settings.AXES_ENABLED = True
    url = reverse("admin:login")
    data = {"username": user.get_username(), "password": "wrong"}
    statuses = [client.post(url, data).status_code for _ in range(10)]
    assert statuses == [200] * 9 + [429]
    data["password"] = "correct horse"
    assert client.post(url, data).status_code == 429
    # From another address, the user still gets in: this page is for staff alone.
    assert client.post(url, data, REMOTE_ADDR="203.0.113.5").status_code == 200


def bearer(client, scope):
    """Authorize an application as a browser does; exchange the code for a token."""
    application = Application.objects.create(
        name="Reader",
        client_type=Application.CLIENT_PUBLIC,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris="http://localhost:3000/callback",
    )
    verifier = "v" * 50
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode()
    asked = {
        "client_id": application.client_id,
        "response_type": "code",
        "redirect_uri": application.redirect_uris,
        "scope": scope,
        "code_challenge": challenge.rstrip("="),
        "code_challenge_method": "S256",
    }
    url = reverse("oauth2_provider:authorize")
    assert "Reader" in client.get(url, asked).text
    redirect = client.post(url, {**asked, "allow": "yes"}).url
    data = {
        "grant_type": "authorization_code",
        "client_id": application.client_id,
        "redirect_uri": application.redirect_uris,
        "code": parse_qs(urlsplit(redirect).query)["code"][0],
        "code_verifier": verifier,
    }
    token = client.post(reverse("oauth2_provider:token"), data).json()
    return f"Bearer {token['access_token']}"


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("read write", 405)])
def test_scopes(client, api_client, user, scope, status):
    client.force_login(user)
    api_client.credentials(HTTP_AUTHORIZATION=bearer(client, scope))
    assert api_client.get(reverse("me")).json()["id"] == user.pk
    response = api_client.patch(reverse("me"), {})
    assert response.status_code == status


def test_invalid_token(api_client):
    api_client.credentials(HTTP_AUTHORIZATION="Bearer invalid")
    assert api_client.get(reverse("me")).status_code == 401


def test_clean_up(client, user):
    client.force_login(user)
    Session.objects.update(expire_date=timezone.now())
    clean_up()
    assert not Session.objects.exists()


def test_reset_mail(client, user, mailoutbox):
    user.email = "grace@example.com"
    user.save()
    for email in ("grace@example.com", "nobody@example.com"):
        response = client.post(reverse("password_reset"), {"email": email})
        assert response.url == reverse("password_reset_done")
    assert [mail.to for mail in mailoutbox] == [["grace@example.com"]]
