from base64 import b64encode

import pytest

from accounts import attempts

from . import flow

ENDPOINTS = [flow.TOKEN, flow.REVOKE, flow.INTROSPECT]


@pytest.mark.parametrize("name", ["code", "client_id", "client_secret", "token"])
@pytest.mark.parametrize("address", ENDPOINTS)
def test_a_nul_is_a_bad_request(client, registered, address, name):
    sent = {
        "grant_type": "authorization_code",
        "redirect_uri": flow.CALLBACK,
        "client_id": registered.client_id,
        "client_secret": flow.SECRET,
        name: "a\0b",
    }
    response = client.post(address, sent)
    assert response.status_code == 400
    assert response.json()["error"] == "invalid_request"


@pytest.mark.parametrize("name", ["client_id", "redirect_uri", "scope", "state"])
def test_a_nul_in_what_a_client_asks_is_a_bad_request(browser, registered, name):
    asked = flow.question(registered, **{name: "a\0b"})
    assert browser.get(flow.AUTHORIZE, asked).status_code == 400
    assert browser.post(flow.AUTHORIZE, asked).status_code == 400


@pytest.mark.parametrize("query", ["a=%zz", "a=%", "%00=1", "a=\xe9", "a=%ff", "a;b"])
def test_no_query_is_an_error_of_the_server(browser, client, db, query):
    assert browser.get(f"{flow.AUTHORIZE}?{query}").status_code == 400
    for address in ENDPOINTS:
        assert client.post(f"{address}?{query}").status_code in {400, 401, 403}


@pytest.mark.parametrize("address", ENDPOINTS)
@pytest.mark.parametrize("basic", [True, False])
def test_nobody_guesses_a_secret_for_long(monkeypatch, client, user, address, basic):
    monkeypatch.setattr(attempts, "MOST_BY_NAME", 2)

    def ask(secret, who, **extra):
        sent = {"grant_type": "client_credentials", "token": "unknown"}
        if basic:
            text = f"{who.client_id}:{secret}".encode()
            extra["HTTP_AUTHORIZATION"] = f"Basic {b64encode(text).decode()}"
        else:
            sent |= {"client_id": who.client_id, "client_secret": secret}
        return client.post(address, sent, **extra)

    registered = flow.register_for_itself(user)
    guesses = [flow.SECRET, "one", flow.SECRET, "two"]
    statuses = [ask(secret, registered).status_code for secret in guesses]
    assert statuses[::2] == [200, 200]
    assert set(statuses[1::2]) <= {401, 403}
    # Not even the right one is let in now.
    response = ask(flow.SECRET, registered)
    assert response.status_code == 429
    assert response.json()["error"] == "slow_down"
    assert int(response["Retry-After"]) in range(800, 901)
    # The id is no secret. Who names it elsewhere is not kept out, nor is another one.
    elsewhere = ask(flow.SECRET, registered, REMOTE_ADDR="192.0.2.1")
    assert elsewhere.status_code == 200
    another = flow.register_for_itself(user)
    assert ask(flow.SECRET, another).status_code == 200


def test_an_address_makes_no_hundreds_of_mistakes(monkeypatch, client, registered):
    monkeypatch.setattr(attempts, "MOST_BY_ADDRESS", 2)
    statuses = [
        flow.exchange(client, registered, guess).status_code
        for guess in ("one", "two", "three")
    ]
    assert statuses == [400, 400, 429]


@pytest.mark.parametrize("sent", ["", "%", "YQ", "/w==", "YQ=="])
def test_a_header_that_names_nobody_is_no_error(client, db, sent):
    headers = {"Authorization": f"Basic {sent}"}
    assert client.post(flow.TOKEN, headers=headers).status_code in {400, 401}
