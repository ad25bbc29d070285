"""
OAuth 1.0a by Authlib, with what it needs in tables of the database.

Authlib would keep nonces in Django's cache. The default cache is one per process, so a
request could be replayed to another worker.

https://docs.authlib.org/en/stable/django/1/
"""

import time
from datetime import timedelta

from authlib.common.security import generate_token
from authlib.integrations.django_oauth1 import BaseServer
from authlib.integrations.django_oauth1 import ResourceProtector as BaseProtector
from authlib.oauth1 import OAuth1Request
from authlib.oauth1.errors import (
    InvalidNonceError,
    InvalidRequestError,
    InvalidSignatureError,
    InvalidTokenError,
    OAuth1Error,
)
from authlib.oauth1.rfc5849.util import escape
from django.db import IntegrityError, transaction
from django.utils import timezone

from .models import AccessToken, Client, Nonce, TemporaryCredential

FORM = "application/x-www-form-urlencoded"
TEMPORARY_LIFE = timedelta(minutes=10)
# Now and then, old rows are deleted: with each hundredth request.
REQUESTS_PER_SWEEP = 100


class Rules:
    """What holds for every signed request, whatever it is for."""

    # How far the clocks of client and server may be apart, in seconds.
    EXPIRY_TIME = 300

    def read(self, request):
        """Return the request as Authlib reads it."""
        form = request.content_type == FORM
        try:
            signed = OAuth1Request(
                request.method,
                request.build_absolute_uri(),
                # The text itself, for a signature covers a name that comes twice.
                request.body.decode("ascii", "replace") if form else None,
                request.headers,
            )
        except ValueError as error:
            raise InvalidRequestError("The request is malformed.") from error
        values = signed.oauth_params.values()
        if any("\0" in value for value in values):
            # PostgreSQL answers a NUL with an error.
            raise InvalidRequestError("A value has a NUL in it.")
        return signed

    def validate_timestamp_and_nonce(self, request):
        super().validate_timestamp_and_nonce(request)
        # Authlib refuses only old ones. One of the future would outlive its nonce.
        if int(request.timestamp) - time.time() > self.EXPIRY_TIME:
            raise InvalidRequestError('Invalid "oauth_timestamp" value')
        if len(request.oauth_params["oauth_nonce"]) > Nonce.nonce.field.max_length:
            raise InvalidRequestError('Invalid "oauth_nonce" value')

    def exists_nonce(self, nonce, request):
        return False  # Known only below, once the signature is good.

    def validate_oauth_signature(self, request):
        # For the signature Authlib un-escapes these values, and has done so before: a
        # callback with a % would not be the one that was signed, and a nonce could come
        # again in another spelling.
        request.params = [
            (name, escape(value) if name.startswith("oauth_") else value)
            for name, value in request.params
        ]
        try:
            super().validate_oauth_signature(request)
        except (TypeError, ValueError) as error:
            # Authlib does not expect a signature that is no text of base64, or a client
            # without a key.
            raise InvalidSignatureError() from error
        # Who cannot sign stores nothing and uses up no nonce.
        remember_nonce(request)


class Server(Rules, BaseServer):
    """The three steps by which a client gets an access token."""

    create_oauth1_request = Rules.read

    def client_key(self, request):
        """Return the key that a request names, whoever may have signed it."""
        try:
            return self.read(request).client_id or ""
        except OAuth1Error:
            return ""

    # 1. The client asks for a temporary credential.

    def validate_temporary_credentials_request(self, request):
        super().validate_temporary_credentials_request(request)
        # "oob" says that the client has registered its callback: all have.
        if request.redirect_uri not in {"oob", request.client.callback}:
            raise InvalidRequestError("The callback is not the registered one.")
        return request

    def create_temporary_credential(self, request):
        return TemporaryCredential.objects.create(
            client=request.client, **self.token_generator()
        )

    def get_temporary_credential(self, request):
        credentials = TemporaryCredential.objects.select_related("client", "user")
        return credentials.filter(
            oauth_token=request.token, created__gt=timezone.now() - TEMPORARY_LIFE
        ).first()

    # 2. The user allows it.

    def validate_authorization_request(self, request):
        super().validate_authorization_request(request)
        if request.credential.user is not None:
            raise InvalidTokenError()  # Somebody has answered already.
        return request

    def create_authorization_verifier(self, request):
        verifier = generate_token(36)
        unanswered = TemporaryCredential.objects.filter(
            pk=request.credential.pk, user__isnull=True
        )
        if not unanswered.update(user=request.user, oauth_verifier=verifier):
            raise InvalidTokenError()
        return verifier

    # 3. The client exchanges it for an access token.

    def validate_token_request(self, request):
        super().validate_token_request(request)
        credential = request.credential
        if credential.client != request.client or not credential.user.is_active:
            raise InvalidTokenError()
        return request

    @transaction.atomic
    def create_token_credential(self, request):
        # Of two requests at once, the one that finds it there to delete goes on.
        deleted, _ = self.delete_temporary_credential(request)
        if not deleted:
            raise InvalidTokenError()
        return super().create_token_credential(request)

    def delete_temporary_credential(self, request):
        return TemporaryCredential.objects.filter(oauth_token=request.token).delete()


class Protector(Rules, BaseProtector):
    """Tells who stands behind a signed request to the API."""

    def get_token_credential(self, request):
        tokens = AccessToken.objects.select_related("user")
        return tokens.filter(
            client_id=request.client_id,
            oauth_token=request.token,
            user__is_active=True,
        ).first()

    def acquire_credential(self, request):
        signed = self.read(request)
        return self.validate_request(
            signed.method, signed.uri, signed.body, signed.headers
        ).credential


def remember_nonce(request):
    """Store that the request was here; refuse it if it was here before."""
    try:
        with transaction.atomic():
            nonce = Nonce.objects.create(
                client=request.client,
                token=request.token or "",
                timestamp=int(request.timestamp),
                nonce=request.oauth_params["oauth_nonce"],
            )
    except IntegrityError as error:
        raise InvalidNonceError() from error
    if nonce.pk % REQUESTS_PER_SWEEP == 0:
        sweep()


def sweep():
    """Delete what is too old to be accepted."""
    oldest = int(time.time()) - Rules.EXPIRY_TIME
    Nonce.objects.filter(timestamp__lt=oldest).delete()
    created = timezone.now() - TEMPORARY_LIFE
    TemporaryCredential.objects.filter(created__lt=created).delete()


server = Server(Client, AccessToken)
protector = Protector(Client, AccessToken)
