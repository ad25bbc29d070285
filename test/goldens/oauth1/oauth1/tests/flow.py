"""What a client does, step by step, signed by Authlib's own client."""

from urllib.parse import parse_qs, urlsplit

from authlib.oauth1 import ClientAuth
from django.urls import reverse

from oauth1.models import AccessToken, Client

REQUEST_TOKEN = reverse("oauth1:request-token")
AUTHORIZE = reverse("oauth1:authorize")
ACCESS_TOKEN = reverse("oauth1:access-token")
ROOT = reverse("v1:root")

CALLBACK = "https://client.example.org/callback"
FORM = "application/x-www-form-urlencoded"


class Signer(ClientAuth):
    """Signs requests, with a nonce and a time of the test's choice."""

    nonce = None
    timestamp = None
    origin = "http://localhost"

    def get_oauth_params(self, nonce, timestamp):
        return super().get_oauth_params(
            self.nonce or nonce, self.timestamp or timestamp
        )


def register(**fields):
    """Register a client, as the admin would."""
    return Client.objects.create(
        **{"name": "Reading list", "callback": CALLBACK, **fields}
    )


def signer(client, token=None, **options):
    """Return what signs for a client, and for a user who has given it a token."""
    held = Signer(client.client_id, client.client_secret, **options)
    if token is not None:
        held.token = token.oauth_token
        held.token_secret = token.oauth_token_secret
    return held


def sign(held, method, path, body=""):
    """Return the headers of a signed request."""
    headers = {"Content-Type": FORM} if body else {}
    _, headers, _ = held.prepare(method, held.origin + path, headers, body)
    return {"Host": urlsplit(held.origin).netloc, **headers}


def send(browser, held, path, method="POST", body=""):
    """Send a signed request, and return the response."""
    headers = sign(held, method, path, body)
    content_type = headers.pop("Content-Type", "application/octet-stream")
    secure = held.origin.startswith("https:")
    return browser.generic(
        method, path, body, content_type, secure=secure, headers=headers
    )


def fields(response):
    """Return what a form in a response says."""
    assert response.status_code == 200, response.content
    return {name: value for name, (value,) in parse_qs(response.text).items()}


def sent_back(response):
    """Return what the user's browser brings to the client's callback."""
    assert response.status_code == 302, response.content
    address = urlsplit(response.headers["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == CALLBACK
    return {name: value for name, (value,) in parse_qs(address.query).items()}


def ask(browser, client, callback=CALLBACK, **options):
    """Ask for a temporary credential, and return what signs with it."""
    held = signer(client, redirect_uri=callback, **options)
    given = fields(send(browser, held, REQUEST_TOKEN))
    assert given["oauth_callback_confirmed"] == "True"
    held.redirect_uri = None
    held.token = given["oauth_token"]
    held.token_secret = given["oauth_token_secret"]
    return held


def answer(browser, held, allow=True):
    """Answer on the consent page, and return the response."""
    return browser.post(
        f"{AUTHORIZE}?oauth_token={held.token}",
        {"allow": "true"} if allow else {},
        headers={"Host": "localhost"},
    )


def exchange(browser, held, verifier):
    """Exchange the temporary credential, and return the response."""
    held.verifier = verifier
    return send(browser, held, ACCESS_TOKEN)


def give_token(user, client):
    """Make an access token without the steps above."""
    return AccessToken.objects.create(
        user=user,
        client=client,
        oauth_token=f"token-{AccessToken.objects.count()}",
        oauth_token_secret="a secret of the token",
    )
