import pytest

from oauth2.throttling import ClientRateThrottle

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


def test_who_guesses_is_slowed_down(monkeypatch, client, registered):
    monkeypatch.setattr(ClientRateThrottle, "rate", "2/min")
    statuses = [
        flow.request_token(client, registered, client_secret=guess).status_code
        for guess in ("one", "two", "three")
    ]
    assert statuses[2] == 429
    assert 429 not in statuses[:2]
