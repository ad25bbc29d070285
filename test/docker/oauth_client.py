"""
Real OAuth clients against a running project, through the pages that a user sees.

oauth_client.py POLICY SITE PASSWORD, the client's key and secret in CLIENT_KEY and
CLIENT_SECRET. Prints what it saw as one JSON object; an exception is a failure.
"""

import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import requests
from authlib.integrations.requests_client import OAuth1Session as AuthlibOAuth1
from authlib.integrations.requests_client import OAuth2Session as AuthlibOAuth2
from requests_oauthlib import OAuth1, OAuth1Session, OAuth2Session

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

POLICY, SITE, PASSWORD = sys.argv[1:]
KEY, SECRET = os.environ["CLIENT_KEY"], os.environ["CLIENT_SECRET"]
CALLBACK = "http://127.0.0.1:8080/callback"
# What the callback that is registered for OAuth 1.0a has behind it.
OWN_QUERY = "of=a%20library%2Fof%20books"
BOOKS = f"{SITE}/api/v1/books/"


def book(isbn):
    return {"title": "Middlemarch", "author": "George Eliot", "isbn": isbn}


class Browser(requests.Session):
    """A user's browser, which stops where the client's own page would begin."""

    def page(self, response):
        while response.is_redirect and response.headers["Location"].startswith("/"):
            response = self.get(SITE + response.headers["Location"], allow_redirects=False)
        return response

    def open(self, address):
        return self.page(self.get(address, allow_redirects=False))

    def fill(self, page, **values):
        """Send the form of a page, with its hidden fields."""
        # Above the main part stands the form to log out; the log in of REST framework has neither.
        text = page.text.partition("<main")[2] or page.text
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)
        hidden = {name: value.replace("&amp;", "&") for name, value in hidden}
        action = re.search(r'<form action="([^"]+)" method="post"', text)
        address = SITE + action[1] if action else page.url
        sent = self.post(address, {**hidden, **values}, headers={"Referer": page.url}, allow_redirects=False)
        return self.page(sent)

    def consent(self, address):
        """Log in where asked, allow, and return the address that the client's page gets."""
        page = self.open(address)
        if "/login/" in page.url:
            page = self.fill(page, username="admin", password=PASSWORD)
        assert "Allow" in page.text, page.text
        page = self.fill(page, allow="true")
        return page.headers["Location"]


def at_once(send):
    """Send a request ten times at the same moment, and tell the statuses."""
    with ThreadPoolExecutor(10) as pool:
        return sorted(pool.map(lambda _: send().status_code, range(10)))


def calls(session, isbn):
    """List and create, and tell the statuses."""
    listed = session.get(BOOKS)
    body = json.dumps(book(isbn))
    created = session.post(BOOKS, data=body, headers={"Content-Type": "application/json"})
    return [listed.status_code, created.status_code]


def oauth1(seen):
    browser = Browser()
    session = OAuth1Session(KEY, SECRET, callback_uri=f"{CALLBACK}?{OWN_QUERY}")
    session.fetch_request_token(f"{SITE}/oauth1/request-token/")
    address = browser.consent(session.authorization_url(f"{SITE}/oauth1/authorize/"))
    assert address.startswith(f"{CALLBACK}?{OWN_QUERY}&"), address
    session.parse_authorization_response(address)
    token = session.fetch_access_token(f"{SITE}/oauth1/access-token/")
    seen["requests-oauthlib"] = calls(session, "9780141439549")
    seen["changed"] = session.patch(f"{SITE}/api/v1/me/", data={"email": "thief@example.org"}).status_code

    # A verifier, exchanged ten times at once: two processes answer.
    session = OAuth1Session(KEY, SECRET, callback_uri=f"{CALLBACK}?{OWN_QUERY}")
    asked = session.fetch_request_token(f"{SITE}/oauth1/request-token/")
    address = browser.consent(session.authorization_url(f"{SITE}/oauth1/authorize/"))
    verifier = session.parse_authorization_response(address)["oauth_verifier"]
    signed = OAuth1(KEY, SECRET, asked["oauth_token"], asked["oauth_token_secret"], verifier=verifier)
    seen["exchanged at once"] = at_once(lambda: requests.post(f"{SITE}/oauth1/access-token/", auth=signed))

    # Its own way to sign a callback with a % is not the standard's.
    other = AuthlibOAuth1(KEY, SECRET, redirect_uri="oob")
    request_token = other.fetch_request_token(f"{SITE}/oauth1/request-token/")
    address = browser.consent(
        other.create_authorization_url(f"{SITE}/oauth1/authorize/", request_token["oauth_token"])
    )
    other.parse_authorization_response(address)
    other.fetch_access_token(f"{SITE}/oauth1/access-token/")
    seen["Authlib"] = [other.get(BOOKS).status_code, other.post(BOOKS, data=book("9780199535675")).status_code]

    # One signed request, sent eight times at once: two processes answer.
    auth = OAuth1(KEY, SECRET, token["oauth_token"], token["oauth_token_secret"])
    signed = requests.Request("GET", BOOKS, auth=auth).prepare()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: requests.Session().send(signed.copy()).status_code, range(8)))
    seen["replayed at once"] = sorted(answers)
    later = {requests.Session().send(signed.copy()).status_code for _ in range(20)}
    seen["replayed later"] = sorted(later)

    # The first digit of its nonce as an escape of an escape.
    header = signed.headers["Authorization"]
    header = header.decode() if isinstance(header, bytes) else header
    signed.headers["Authorization"] = re.sub(r'(?<=oauth_nonce=")\d', lambda digit: f"%25{ord(digit[0]):X}", header)
    assert signed.headers["Authorization"] != header
    seen["replayed in another spelling"] = requests.Session().send(signed).status_code

    guessed = OAuth1Session(KEY, "guessed", token["oauth_token"], token["oauth_token_secret"])
    seen["forged"] = guessed.get(BOOKS).status_code
    elsewhere = OAuth1Session(KEY, SECRET, callback_uri="http://127.0.0.1:9090/elsewhere")
    try:
        elsewhere.fetch_request_token(f"{SITE}/oauth1/request-token/")
    except ValueError as error:
        seen["another callback"] = error.status_code


def oauth2(seen):
    browser = Browser()
    scope = ["read", "write"]
    session = OAuth2Session(KEY, redirect_uri=CALLBACK, scope=scope, pkce="S256")
    question, _state = session.authorization_url(f"{SITE}/o/authorize/")
    address = browser.consent(question)
    token = session.fetch_token(f"{SITE}/o/token/", authorization_response=address, client_secret=SECRET)
    seen["requests-oauthlib"] = calls(session, "9780141439549")
    seen["changed"] = session.patch(f"{SITE}/api/v1/me/", data={"email": "thief@example.org"}).status_code

    # A refresh token and a code, sent ten times at once: two processes answer.
    sent = {"grant_type": "refresh_token", "refresh_token": token["refresh_token"]}
    seen["refreshed at once"] = at_once(lambda: requests.post(f"{SITE}/o/token/", sent, auth=(KEY, SECRET)))
    session = OAuth2Session(KEY, redirect_uri=CALLBACK, scope=scope, pkce="S256")
    address = browser.consent(session.authorization_url(f"{SITE}/o/authorize/")[0])
    code = {
        "grant_type": "authorization_code",
        "redirect_uri": CALLBACK,
        "code": parse_qs(urlsplit(address).query)["code"][0],
        "code_verifier": session._code_verifier,
    }
    seen["exchanged at once"] = at_once(lambda: requests.post(f"{SITE}/o/token/", code, auth=(KEY, SECRET))).count(200)

    other = AuthlibOAuth2(
        KEY, SECRET, redirect_uri=CALLBACK, scope="read", code_challenge_method="S256"
    )
    verifier = "v" * 64
    question, _state = other.create_authorization_url(f"{SITE}/o/authorize/", code_verifier=verifier)
    address = browser.consent(question)
    token = other.fetch_token(f"{SITE}/o/token/", authorization_response=address, code_verifier=verifier)
    seen["Authlib, to read"] = calls(other, "9780199535675")
    told = other.introspect_token(f"{SITE}/o/introspect/", token=token["access_token"]).json()
    seen["introspected"] = [told["active"], told["username"], told["scope"]]
    other.refresh_token(f"{SITE}/o/token/", token["refresh_token"])
    seen["refreshed"] = other.get(BOOKS).status_code
    other.revoke_token(f"{SITE}/o/revoke_token/", token=other.token["access_token"])
    seen["revoked"] = requests.get(
        f"{SITE}/api/v1/me/", headers={"Authorization": f"Bearer {other.token['access_token']}"}
    ).status_code

    question, _state = other.create_authorization_url(f"{SITE}/o/authorize/", code_verifier=verifier)
    address = browser.consent(question)
    try:
        other.fetch_token(f"{SITE}/o/token/", authorization_response=address, code_verifier="w" * 64)
    except Exception as error:
        seen["another verifier"] = error.error
    # Any port of this machine would do, as RFC 8252 wants.
    question = question.replace("callback", "elsewhere")
    seen["another address"] = browser.open(question).status_code


seen = {"nobody": requests.post(BOOKS, json=book("9780141439549")).status_code}
{"oauth1": oauth1, "oauth2": oauth2}[POLICY](seen)
print(json.dumps(seen))
