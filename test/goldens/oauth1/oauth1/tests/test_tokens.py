import time
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client as Browser
from django.utils import timezone

from oauth1.models import AccessToken, Nonce, TemporaryCredential

from . import flow


def test_a_client_gets_a_token_by_a_users_consent(client, browser, registered, user):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    assert brought["oauth_token"] == held.token
    given = flow.fields(flow.exchange(client, held, brought["oauth_verifier"]))
    token = AccessToken.objects.get(oauth_token=given["oauth_token"])
    assert (token.user, token.client) == (user, registered)
    assert token.oauth_token_secret == given["oauth_token_secret"]
    response = flow.send(client, flow.signer(registered, token), flow.ROOT, "GET")
    assert response.status_code == 200


def test_a_client_may_sign_by_a_key_of_its_own(client, browser):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    registered = flow.register(rsa_public_key=public.decode(), client_secret="")
    signing = {"signature_method": "RSA-SHA1", "rsa_key": private}
    held = flow.ask(client, registered, **signing)
    brought = flow.sent_back(flow.answer(browser, held))
    response = flow.exchange(client, held, brought["oauth_verifier"])
    assert "oauth_token" in flow.fields(response)
    # Without a secret, no signature is made of an empty one.
    forged = flow.signer(registered, redirect_uri=flow.CALLBACK)
    assert flow.send(client, forged, flow.REQUEST_TOKEN).status_code == 401


@pytest.mark.parametrize(
    "callback",
    [
        "https://elsewhere.example.org/callback",
        f"{flow.CALLBACK}/more",
        f"{flow.CALLBACK}?more=1",
        "http://client.example.org/callback",
        "https://user@client.example.org/callback",
        "javascript:alert(1)",
    ],
)
def test_another_callback_than_the_registered_one_is_refused(
    client, registered, callback
):
    held = flow.signer(registered, redirect_uri=callback)
    response = flow.send(client, held, flow.REQUEST_TOKEN)
    assert response.status_code == 400
    assert not TemporaryCredential.objects.exists()


def test_a_client_may_leave_the_callback_to_its_registration(
    client, browser, registered
):
    held = flow.ask(client, registered, callback="oob")
    flow.sent_back(flow.answer(browser, held))


def test_a_callback_with_escapes_is_signed_as_it_is(client, monkeypatch, db):
    flow.register(
        client_id="the-key",
        client_secret="the-secret",
        callback=f"{flow.CALLBACK}?title=a%20b%2Fc",
    )
    # Signed by the library oauthlib, for Authlib's own client would un-escape it twice.
    signed = (
        'OAuth oauth_nonce="n", oauth_timestamp="1700000000", oauth_version="1.0", '
        'oauth_signature_method="HMAC-SHA1", oauth_consumer_key="the-key", '
        'oauth_callback="https%3A%2F%2Fclient.example.org%2Fcallback'
        '%3Ftitle%3Da%2520b%252Fc", oauth_signature="yQCLRCwHprt1AR27cEvuCF5z85Y%3D"'
    )
    monkeypatch.setattr(time, "time", lambda: 1_700_000_000)
    headers = {"Host": "localhost", "Authorization": signed}
    flow.fields(client.post(flow.REQUEST_TOKEN, headers=headers))


@pytest.mark.parametrize("allow", [True, False])
@pytest.mark.parametrize(
    "query", ["a=b%20c", "a=b+c", "flag", "a=%FF", "a=1&a=2", "a=%2Fb/c"]
)
def test_the_query_of_the_callback_stays_as_it_is(client, browser, query, allow):
    registered = flow.register(callback=f"{flow.CALLBACK}?{query}")
    held = flow.ask(client, registered, callback="oob")
    address = flow.answer(browser, held, allow)["Location"]
    brought = f"oauth_token={held.token}" if allow else "error=access_denied"
    assert address.startswith(f"{flow.CALLBACK}?{query}&{brought}")


def test_nothing_changes_the_callback_on_the_way(client, browser, registered):
    held = flow.ask(client, registered)
    elsewhere = "oauth_callback=https://elsewhere.example.org/"
    response = browser.post(
        f"{flow.AUTHORIZE}?oauth_token={held.token}&{elsewhere}",
        {"allow": "true"},
        headers={"Host": "localhost"},
    )
    flow.sent_back(response)  # It asserts the registered one.


@pytest.mark.parametrize("origin", ["http://localhost", "https://testserver"])
def test_secrets_are_not_taken_for_signatures(client, registered, origin):
    held = flow.signer(
        registered, redirect_uri=flow.CALLBACK, signature_method="PLAINTEXT"
    )
    held.origin = origin
    response = flow.send(client, held, flow.REQUEST_TOKEN)
    assert response.status_code == 400
    assert "unsupported_signature_method" in response.text


def test_encryption_is_needed_beyond_this_machine(client, registered):
    held = flow.signer(registered, redirect_uri=flow.CALLBACK)
    held.origin = "https://testserver"
    headers = flow.sign(held, "POST", flow.REQUEST_TOKEN)
    response = client.post(flow.REQUEST_TOKEN, headers=headers)
    assert "insecure_transport" in response.text
    response = client.post(flow.REQUEST_TOKEN, headers=headers, secure=True)
    assert response.status_code == 200


def test_who_is_not_logged_in_is_sent_to_the_login(client, registered):
    held = flow.ask(client, registered)
    response = client.get(flow.AUTHORIZE, {"oauth_token": held.token})
    assert response.status_code == 302
    login = resolve_url(settings.LOGIN_URL)
    assert response.headers["Location"].startswith(f"{login}?next=/oauth1/authorize/")


def test_the_page_asks_for_consent(client, browser, registered):
    held = flow.ask(client, registered)
    page = browser.get(
        flow.AUTHORIZE, {"oauth_token": held.token}, headers={"Host": "localhost"}
    )
    assert page.status_code == 200
    assert "Allow Reading list?" in page.text
    assert flow.CALLBACK in page.text
    policy = page.headers["Content-Security-Policy"]
    assert "form-action 'self' https://client.example.org" in policy


def test_the_user_may_refuse(client, browser, registered):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held, allow=False))
    assert brought["error"] == "access_denied"
    assert flow.answer(browser, held).status_code == 400
    assert flow.exchange(client, held, "guessed").status_code == 401


def test_consent_needs_the_token_against_forgery(client, registered, user):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(user)
    held = flow.ask(client, registered)
    assert flow.answer(browser, held).status_code == 403
    assert TemporaryCredential.objects.get().user is None


def test_a_question_is_answered_once(client, browser, registered, django_user_model):
    held = flow.ask(client, registered)
    flow.sent_back(flow.answer(browser, held))
    another = Browser()
    another.force_login(django_user_model.objects.create_user("grace"))
    assert flow.answer(another, held).status_code == 400


@pytest.mark.parametrize("token", ["", "guessed", "a%00b"])
def test_a_question_that_nobody_asked_is_an_error(browser, db, token):
    response = browser.get(
        f"{flow.AUTHORIZE}?oauth_token={token}", headers={"Host": "localhost"}
    )
    assert response.status_code == 400
    assert "Not possible" in response.text


def test_a_wrong_verifier_is_tried_once(client, browser, registered):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    assert flow.exchange(client, held, "guessed").status_code == 400
    response = flow.exchange(client, held, brought["oauth_verifier"])
    assert response.status_code == 401
    assert not AccessToken.objects.exists()


def test_a_verifier_works_once(client, browser, registered):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    assert flow.exchange(client, held, brought["oauth_verifier"]).status_code == 200
    assert flow.exchange(client, held, brought["oauth_verifier"]).status_code == 401
    assert AccessToken.objects.count() == 1


def test_without_an_answer_there_is_no_token(client, registered):
    held = flow.ask(client, registered)
    for verifier in ("", "guessed"):
        assert flow.exchange(client, held, verifier).status_code in {400, 401}


def test_a_question_grows_old(client, browser, registered):
    held = flow.ask(client, registered)
    TemporaryCredential.objects.update(created=timezone.now() - timedelta(minutes=11))
    assert flow.answer(browser, held).status_code == 400


def test_another_client_cannot_use_the_answer(client, browser, registered):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    other = flow.register(name="Another")
    held.client_id, held.client_secret = other.client_id, other.client_secret
    response = flow.exchange(client, held, brought["oauth_verifier"])
    assert response.status_code == 401
    assert not AccessToken.objects.exists()


def test_a_user_who_was_deactivated_gives_no_token(client, browser, registered, user):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    user.is_active = False
    user.save()
    response = flow.exchange(client, held, brought["oauth_verifier"])
    assert response.status_code == 401


def test_a_request_works_once(client, registered):
    held = flow.signer(registered, redirect_uri=flow.CALLBACK)
    held.nonce = "once"
    assert flow.send(client, held, flow.REQUEST_TOKEN).status_code == 200
    response = flow.send(client, held, flow.REQUEST_TOKEN)
    assert response.status_code == 401
    assert "invalid_nonce" in response.text


def test_who_cannot_sign_gets_nothing_and_stores_nothing(client, registered):
    held = flow.signer(registered, redirect_uri=flow.CALLBACK)
    held.client_secret = "guessed"
    assert flow.send(client, held, flow.REQUEST_TOKEN).status_code == 401
    held.client_id = "guessed"
    assert flow.send(client, held, flow.REQUEST_TOKEN).status_code == 401
    assert not Nonce.objects.exists()
    assert not TemporaryCredential.objects.exists()


@pytest.mark.parametrize("address", [flow.REQUEST_TOKEN, flow.ACCESS_TOKEN])
def test_what_is_not_signed_is_a_bad_request(client, db, address):
    for header in ("", "Basic YTpi", "OAuth", "OAuth a", 'OAuth oauth_token="%00"'):
        headers = {"Host": "localhost", "Authorization": header}
        assert client.post(address, headers=headers).status_code == 400
    assert client.get(address).status_code == 405
