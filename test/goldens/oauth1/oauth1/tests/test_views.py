from django.urls import reverse

from accounts import attempts
from oauth1.models import AccessToken

from . import flow

ALLOWED = reverse("oauth1:authorized-token-list")


def end(token):
    return reverse("oauth1:authorized-token-delete", args=(token.pk,))


def test_users_see_and_end_what_they_have_allowed(client, browser, registered, user):
    token = flow.give_token(user, registered)
    page = browser.get(ALLOWED)
    assert "Reading list" in page.text
    assert end(token) in page.text
    assert token.oauth_token not in page.text
    assert "Reading list" in browser.get(end(token)).text
    assert browser.post(end(token))["Location"] == ALLOWED
    assert "Reading list" not in browser.get(ALLOWED).text
    held = flow.signer(registered, token)
    assert flow.send(client, held, flow.ROOT, "GET").status_code == 401


def test_nobody_sees_or_ends_what_another_has_allowed(
    browser, registered, django_user_model
):
    token = flow.give_token(django_user_model.objects.create_user("grace"), registered)
    assert "Reading list" not in browser.get(ALLOWED).text
    assert browser.get(end(token)).status_code == 404
    assert browser.post(end(token)).status_code == 404
    assert AccessToken.objects.exists()


def test_who_is_not_logged_in_sees_nothing(client, registered, user):
    token = flow.give_token(user, registered)
    for address in (ALLOWED, end(token)):
        assert client.get(address).status_code == 302


def test_nobody_guesses_a_secret_for_long(monkeypatch, client, registered):
    monkeypatch.setattr(attempts, "MOST_BY_NAME", 2)

    def ask(secret, who=registered, **extra):
        held = flow.signer(who, redirect_uri=flow.CALLBACK)
        held.client_secret = secret
        headers = flow.sign(held, "POST", flow.REQUEST_TOKEN)
        return client.post(flow.REQUEST_TOKEN, headers=headers, **extra)

    right = registered.client_secret
    statuses = [ask(secret).status_code for secret in (right, "one", right, "two")]
    assert statuses == [200, 401, 200, 401]
    # Not even the right one is let in now.
    response = ask(right)
    assert response.status_code == 429
    assert int(response["Retry-After"]) in range(800, 901)
    # The key is no secret. Who names it elsewhere is not kept out, nor is another one.
    assert ask(right, REMOTE_ADDR="192.0.2.1").status_code == 200
    other = flow.register(name="Another")
    assert ask(other.client_secret, other).status_code == 200


def test_an_address_makes_no_hundreds_of_mistakes(monkeypatch, client, db):
    monkeypatch.setattr(attempts, "MOST_BY_ADDRESS", 2)
    statuses = [client.post(flow.ACCESS_TOKEN).status_code for _ in range(3)]
    assert statuses == [400, 400, 429]
