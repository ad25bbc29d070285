"""
The server's side of OAuth 1.0a, RFC 5849.

https://docs.authlib.org/en/stable/django/1/
"""

import hmac
import time
from base64 import b64encode
from datetime import timedelta
from functools import partial
from hashlib import sha256

from authlib.integrations.django_oauth1 import BaseServer, ResourceProtector
from authlib.oauth1 import OAuth1Request
from authlib.oauth1.errors import InvalidRequestError
from authlib.oauth1.rfc5849.signature import (
    normalize_base_string_uri,
    normalize_parameters,
)
from authlib.oauth1.rfc5849.util import escape
from django.utils import timezone

from .models import AccessToken, Client, Nonce, RequestToken

FORM = "application/x-www-form-urlencoded"


def is_signed(algorithm, request):
    """Check a signature. Authlib's own check unescapes parameters twice."""
    params = [
        (name, value)
        for name, value in request.params
        if name not in ("oauth_signature", "realm")
    ]
    text = "&".join(
        escape(part)
        for part in (
            request.method,
            normalize_base_string_uri(request.uri),
            normalize_parameters(params),
        )
    )
    key = f"{escape(request.client_secret)}&{escape(request.token_secret or '')}"
    signature = b64encode(hmac.digest(key.encode(), text.encode(), algorithm))
    return hmac.compare_digest(signature, request.signature.encode())


def pending():
    """The request tokens that have not expired."""
    return RequestToken.objects.filter(
        created__gt=timezone.now() - timedelta(minutes=10)
    ).select_related("client", "user")


class Server(BaseServer, ResourceProtector):
    """Gives tokens to clients, and checks the requests that they sign."""

    SIGNATURE_METHODS = {
        "HMAC-SHA1": partial(is_signed, "sha1"),
        "HMAC-SHA256": partial(is_signed, "sha256"),
    }
    SUPPORTED_SIGNATURE_METHODS = list(SIGNATURE_METHODS)

    def create_oauth1_request(self, request):
        form = request.content_type == FORM
        try:
            signed = OAuth1Request(
                request.method,
                request.build_absolute_uri(),
                request.body.decode("ascii") if form else None,
                request.headers,
            )
        except ValueError as error:
            raise InvalidRequestError(str(error)) from error
        if any("\0" in value for value in signed.oauth_params.values()):
            raise InvalidRequestError("PostgreSQL cannot look for a NUL.")
        return signed

    def exists_nonce(self, nonce, request):
        # Only those who can sign add rows.
        self.validate_oauth_signature(request)
        timestamp = int(request.timestamp)
        expired = int(time.time()) - self.EXPIRY_TIME
        if timestamp > time.time() + self.EXPIRY_TIME:
            raise InvalidRequestError("The timestamp is in the future.")
        text = " ".join((request.client_id, request.token or "", str(timestamp), nonce))
        row, created = Nonce.objects.get_or_create(
            digest=sha256(text.encode()).hexdigest(), defaults={"timestamp": timestamp}
        )
        if row.pk % 100 == 0:
            Nonce.objects.filter(timestamp__lt=expired).delete()
        return not created

    def validate_temporary_credentials_request(self, request):
        super().validate_temporary_credentials_request(request)
        # "oob" stands for the callback that the client has registered.
        if request.redirect_uri not in ("oob", request.client.callback):
            raise InvalidRequestError("The callback is not the registered one.")

    def create_temporary_credential(self, request):
        RequestToken.objects.exclude(pk__in=pending()).delete()
        return RequestToken.objects.create(client=request.client)

    def get_temporary_credential(self, request):
        tokens = pending().filter(client=request.client, user__is_active=True)
        token = tokens.filter(oauth_token=request.token).first()
        # It works once: of two requests at the same moment, one deletes it.
        return token if token and token.delete()[0] else None

    def create_token_credential(self, request):
        return AccessToken.objects.create(
            client=request.client, user=request.credential.user
        )

    def delete_temporary_credential(self, request):
        RequestToken.objects.filter(oauth_token=request.token).delete()

    def acquire_credential(self, request):
        signed = self.create_oauth1_request(request)
        return self.validate_request(
            signed.method, signed.uri, signed.body, signed.headers
        ).credential


server = Server(Client, AccessToken)
