import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse
from oauth2_provider.models import AccessToken, Application

from . import flow


def test_who_is_not_logged_in_is_sent_to_the_login(client, registered):
    response = client.get(flow.AUTHORIZE, flow.question(registered))
    assert response.status_code == 302
    login = resolve_url(settings.LOGIN_URL)
    assert response.headers["Location"].startswith(f"{login}?next=/o/authorize/")


def test_the_page_asks_for_consent(browser, registered):
    response = browser.get(flow.AUTHORIZE, flow.question(registered))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Allow Reading list?" in page
    assert "Add, change and delete in your name" in page
    assert flow.CALLBACK in page
    policy = response.headers["Content-Security-Policy"]
    assert "form-action 'self' https://client.example.org" in policy


def test_a_client_that_asks_for_no_scope_may_read(browser, registered):
    response = browser.get(flow.AUTHORIZE, flow.question(registered, scope=None))
    page = response.content.decode()
    assert "See what you see" in page
    assert "Add, change and delete" not in page


def test_consent_brings_a_code_that_brings_tokens(browser, client, registered):
    brought = flow.sent_back(flow.answer(browser, registered))
    assert brought["state"] == "state of the client"
    assert brought["iss"] == "http://testserver/o"
    response = flow.exchange(client, registered, brought["code"])
    assert response.status_code == 200
    tokens = response.json()
    assert tokens["token_type"] == "Bearer"
    assert tokens["scope"] == "read write"
    assert tokens.keys() >= {"access_token", "refresh_token", "expires_in"}


def test_the_user_may_refuse(browser, registered):
    response = flow.answer(browser, registered, allow=False)
    brought = flow.sent_back(response)
    assert brought["error"] == "access_denied"
    assert brought["state"] == "state of the client"


def test_consent_needs_the_token_against_forgery(user, registered):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)
    assert flow.answer(browser, registered).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example.org/callback",
        f"{flow.CALLBACK}/more",
        f"{flow.CALLBACK}?more=1",
        f"{flow.CALLBACK}#more",
        "http://client.example.org/callback",
        "https://CLIENT.example.org/callback",
        "https://user@client.example.org/callback",
    ],
)
def test_nobody_is_sent_to_an_address_that_is_not_registered(
    browser, registered, address
):
    asked = flow.question(registered, redirect_uri=address)
    response = browser.get(flow.AUTHORIZE, asked)
    assert response.status_code == 400
    for allow in (True, False):
        response = flow.answer(browser, registered, allow, redirect_uri=address)
        assert not response.has_header("Location")


def test_another_port_is_another_address(browser):
    registered = flow.register(redirect_uris="http://127.0.0.1:8080/callback")
    other = "http://127.0.0.1:9090/callback"
    asked = flow.question(registered, redirect_uri=other)
    assert browser.get(flow.AUTHORIZE, asked).status_code == 400


def test_a_client_that_is_not_registered_is_told_so(browser, registered):
    asked = flow.question(registered, client_id="nobody")
    assert browser.get(flow.AUTHORIZE, asked).status_code == 400
    response = flow.answer(browser, registered, client_id="nobody")
    assert not response.has_header("Location")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_challenge": None, "code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"scope": "read everything"}, "invalid_scope"),
    ],
)
def test_what_is_not_safe_is_refused(browser, registered, changes, error):
    response = flow.answer(browser, registered, **changes)
    assert flow.sent_back(response)["error"] == error


@pytest.mark.parametrize(
    "changes",
    [
        {"code_verifier": "w" * 64},
        {"code_verifier": None},
        {"redirect_uri": "https://elsewhere.example.org/callback"},
        {"code": "guessed"},
        {"client_secret": "guessed"},
    ],
)
def test_a_code_alone_is_worth_nothing(browser, client, registered, changes):
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    response = flow.exchange(client, registered, **{"code": code, **changes})
    assert response.status_code in {400, 401}
    assert not AccessToken.objects.exists()


def test_a_code_works_once(browser, client, registered):
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    assert flow.exchange(client, registered, code).status_code == 200
    response = flow.exchange(client, registered, code)
    assert (response.status_code, response.json()["error"]) == (400, "invalid_grant")


def test_a_code_of_one_client_is_nothing_to_another(browser, client, registered):
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    other = flow.register(name="Another")
    assert flow.exchange(client, other, code).status_code == 400


def test_the_code_of_a_user_who_was_deactivated_is_refused(
    browser, client, registered, user
):
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    user.is_active = False
    user.save()
    assert flow.exchange(client, registered, code).status_code == 400


@pytest.mark.parametrize(
    "grant_type", [Application.GRANT_IMPLICIT, Application.GRANT_OPENID_HYBRID]
)
@pytest.mark.parametrize("response_type", ["token", "code token", "id_token"])
def test_no_token_goes_through_the_address_bar(browser, grant_type, response_type):
    registered = flow.register(authorization_grant_type=grant_type)
    asked = flow.question(registered, response_type=response_type)
    response = browser.get(flow.AUTHORIZE, asked)
    assert "access_token" not in response.headers.get("Location", "")
    assert "error" in response.headers.get("Location", "error")


def test_a_user_sees_and_ends_what_they_have_allowed(browser, user, registered):
    token = flow.give_token(user, registered)
    page = browser.get(reverse("oauth2_provider:authorized-token-list"))
    assert "Reading list" in page.content.decode()
    pk = AccessToken.objects.get().pk
    address = reverse("oauth2_provider:authorized-token-delete", args=(pk,))
    assert "Reading list" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 302
    assert not AccessToken.objects.exists()
    assert token not in page.content.decode()


def test_nobody_ends_what_another_has_allowed(browser, registered, django_user_model):
    flow.give_token(django_user_model.objects.create_user("grace"), registered)
    pk = AccessToken.objects.get().pk
    address = reverse("oauth2_provider:authorized-token-delete", args=(pk,))
    assert browser.post(address).status_code == 404
    assert AccessToken.objects.exists()


def test_the_endpoints_can_be_discovered(client):
    response = client.get(reverse("oauth2_provider:oauth-server-metadata"))
    found = response.json()
    assert found["issuer"] == "http://testserver/o"
    assert found["token_endpoint"] == f"http://testserver{flow.TOKEN}"
    assert found["code_challenge_methods_supported"] == ["S256"]
    assert found["response_types_supported"] == ["code"]
