import time

import pytest
from django.core.cache import cache
from rest_framework import status

from oauth1 import server
from oauth1.models import Nonce

from . import flow


@pytest.fixture
def token(user, registered):
    """What the user has given the client."""
    return flow.give_token(user, registered)


@pytest.fixture
def held(registered, token):
    """What signs for the client and the user."""
    return flow.signer(registered, token)


def get(client, held, path=flow.ROOT):
    return flow.send(client, held, path, "GET")


def assert_refused(response):
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert response.headers["WWW-Authenticate"] == 'OAuth realm="api"'


def test_a_signature_lets_the_user_in(client, held):
    response = get(client, held)
    assert response.status_code == status.HTTP_200_OK
    assert not response.cookies  # No session comes of it.


@pytest.mark.parametrize(
    "query", ["a=1&a=2", "q=%C3%A9%20b", "a=b+c", "page=2&page=1", "a="]
)
def test_the_query_is_signed(client, held, query):
    path = f"{flow.ROOT}?{query}"
    assert get(client, held, path).status_code == status.HTTP_200_OK
    headers = flow.sign(held, "GET", path)
    assert_refused(client.get(f"{path}&more=1", headers=headers))


def test_a_form_is_signed(client, held):
    body = "a=1&a=2&b=%C3%A9"
    response = flow.send(client, held, flow.ROOT, body=body)
    assert response.status_code == status.HTTP_405_METHOD_NOT_ALLOWED
    headers = flow.sign(held, "POST", flow.ROOT, body)
    content_type = headers.pop("Content-Type")
    changed = client.generic(
        "POST", flow.ROOT, f"{body}&c=3", content_type, headers=headers
    )
    assert_refused(changed)


def test_the_method_is_signed(client, held):
    headers = flow.sign(held, "GET", flow.ROOT)
    assert_refused(client.delete(flow.ROOT, headers=headers))


@pytest.mark.parametrize(
    "change",
    [
        {"client_secret": "guessed"},
        {"token_secret": "guessed"},
        {"token": "guessed"},
        {"client_id": "guessed"},
        {"token": "a\0b"},
        {"client_id": "a\0b"},
        {"nonce": "a\0b"},
        {"token": None},
    ],
)
def test_a_forged_request_is_refused_and_leaves_no_trace(client, held, change):
    for name, value in change.items():
        setattr(held, name, value)
    assert_refused(get(client, held))
    assert not Nonce.objects.exists()


@pytest.mark.parametrize("signature", ["", "guessed", "%C3%A9", "%00", "%%%", "a==="])
@pytest.mark.parametrize("method", ["HMAC-SHA1", "RSA-SHA1", "PLAINTEXT", "none", ""])
def test_a_forged_signature_is_refused(client, held, signature, method):
    header = (
        f'OAuth oauth_consumer_key="{held.client_id}", oauth_token="{held.token}", '
        f'oauth_nonce="n", oauth_timestamp="{int(time.time())}", '
        f'oauth_signature_method="{method}", oauth_signature="{signature}"'
    )
    headers = {"Host": "localhost", "Authorization": header}
    assert_refused(client.get(flow.ROOT, headers=headers))


@pytest.mark.parametrize("header", ["OAuth", "OAuth ", "OAuth a", "OAuth a=b", "oauth"])
def test_a_malformed_header_is_refused(client, db, header):
    headers = {"Host": "localhost", "Authorization": header}
    assert_refused(client.get(flow.ROOT, headers=headers))


def test_a_request_works_once(client, held):
    headers = flow.sign(held, "GET", flow.ROOT)
    assert client.get(flow.ROOT, headers=headers).status_code == status.HTTP_200_OK
    # Each process has a cache of its own; another one would see an empty one.
    cache.clear()
    assert_refused(client.get(flow.ROOT, headers=headers))


def test_another_spelling_of_a_nonce_is_another_request(client, held):
    held.nonce = "once"
    headers = flow.sign(held, "GET", flow.ROOT)
    assert client.get(flow.ROOT, headers=headers).status_code == status.HTTP_200_OK
    # Un-escaped twice, both would be the same to the signature.
    header = headers["Authorization"].replace('nonce="once"', 'nonce="on%2563e"')
    assert header != headers["Authorization"]
    headers["Authorization"] = header
    assert_refused(client.get(flow.ROOT, headers=headers))


def test_a_nonce_is_the_clients_own(client, held, registered, django_user_model):
    other = flow.give_token(django_user_model.objects.create_user("grace"), registered)
    another = flow.signer(registered, other)
    held.nonce = another.nonce = "once"
    held.timestamp = another.timestamp = str(int(time.time()))
    assert get(client, held).status_code == status.HTTP_200_OK
    assert get(client, another).status_code == status.HTTP_200_OK
    assert_refused(get(client, another))


@pytest.mark.parametrize("seconds", [-301, 302, -(10**9), 10**30])
def test_another_time_is_refused(client, held, seconds):
    held.timestamp = str(int(time.time()) + seconds)
    assert_refused(get(client, held))


@pytest.mark.parametrize("timestamp", ["-1", "now", "1e9", "\u0661", "9" * 5000])
def test_what_is_no_time_is_refused(client, held, timestamp):
    held.timestamp = timestamp
    assert_refused(get(client, held))


@pytest.mark.parametrize("seconds", [-290, 290])
def test_clocks_may_differ(client, held, seconds):
    held.timestamp = str(int(time.time()) + seconds)
    assert get(client, held).status_code == status.HTTP_200_OK


def test_a_long_nonce_is_refused(client, held):
    held.nonce = "n" * 256
    assert_refused(get(client, held))


def test_a_token_that_was_deleted_is_refused(client, held, token):
    token.delete()
    assert_refused(get(client, held))


def test_a_token_of_another_client_is_refused(client, held):
    other = flow.register(name="Another")
    held.client_id, held.client_secret = other.client_id, other.client_secret
    assert_refused(get(client, held))


@pytest.mark.parametrize("password", ["another one", None])
def test_a_new_password_ends_what_the_user_has_allowed(client, held, user, password):
    user.first_name = "Ada"
    user.save()
    assert get(client, held).status_code == status.HTTP_200_OK
    user.set_password(password)
    user.save()
    assert_refused(get(client, held))


@pytest.mark.parametrize("password", ["another one", None])
def test_a_new_password_ends_what_is_not_exchanged_yet(
    client, browser, registered, user, password
):
    held = flow.ask(client, registered)
    brought = flow.sent_back(flow.answer(browser, held))
    user.set_password(password)
    user.save()
    response = flow.exchange(client, held, brought["oauth_verifier"])
    assert response.status_code == status.HTTP_401_UNAUTHORIZED


def test_a_user_who_was_deactivated_stays_out(client, held, user):
    user.is_active = False
    user.save()
    assert_refused(get(client, held))


def test_a_temporary_credential_is_no_token(client, registered):
    assert_refused(get(client, flow.ask(client, registered)))


def test_old_nonces_are_deleted(monkeypatch, client, held, registered):
    old = int(time.time()) - server.Rules.EXPIRY_TIME - 10
    Nonce.objects.create(client=registered, timestamp=old, nonce="old")
    assert get(client, held).status_code == status.HTTP_200_OK
    assert Nonce.objects.count() == 2
    monkeypatch.setattr(server, "REQUESTS_PER_SWEEP", 1)
    assert get(client, held).status_code == status.HTTP_200_OK
    assert not Nonce.objects.filter(nonce="old").exists()
    assert Nonce.objects.count() == 2
