from urllib.parse import urlsplit

from authlib.common.security import generate_token
from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils.crypto import constant_time_compare

# The fields and methods have the names that Authlib asks for:
# https://docs.authlib.org/en/stable/django/1/authorization-server.html


def new_key():
    return generate_token(40)


class Client(models.Model):
    """A program that may ask users to act for them."""

    name = models.CharField(max_length=100)
    client_id = models.CharField(
        "consumer key", max_length=48, unique=True, default=new_key
    )
    # Not a hash: the server computes each signature anew, and needs the secret for it.
    client_secret = models.CharField(
        "consumer secret", max_length=48, blank=True, default=new_key
    )
    rsa_public_key = models.TextField(
        "RSA public key",
        blank=True,
        help_text="In PEM, for a client that signs with RSA-SHA1.",
    )
    callback = models.CharField(
        max_length=500,
        validators=(URLValidator(schemes=("http", "https")),),
        help_text="Where the user returns to: exactly this address.",
    )

    def __str__(self):
        return self.name

    def get_default_redirect_uri(self):
        return self.callback

    def get_client_secret(self):
        return self.client_secret

    def get_rsa_public_key(self):
        return self.rsa_public_key


class Credential(models.Model):
    """What both kinds of token have."""

    # By its key, so that client_id is the key, as Authlib expects.
    client = models.ForeignKey(Client, on_delete=models.CASCADE, to_field="client_id")
    oauth_token = models.CharField(max_length=48, unique=True)
    oauth_token_secret = models.CharField(max_length=48)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name} of {self.client}"

    def get_oauth_token(self):
        return self.oauth_token

    def get_oauth_token_secret(self):
        return self.oauth_token_secret


class TemporaryCredential(Credential):
    """A request token: it lives until the client has exchanged it, for minutes."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, blank=True, null=True
    )
    oauth_verifier = models.CharField(max_length=48, blank=True)

    def get_client_id(self):
        return self.client_id

    def get_user_id(self):
        return self.user_id

    def get_redirect_uri(self):
        # Always the registered one, so no request can send the user elsewhere. Its
        # query, which Authlib would write anew, comes back in views.py.
        return urlsplit(self.client.callback)._replace(query="").geturl()

    def check_verifier(self, verifier):
        return bool(self.oauth_verifier) and constant_time_compare(
            self.oauth_verifier, verifier
        )


class AccessToken(Credential):
    """What a user has allowed a client. Delete it, and the client is out."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class Nonce(models.Model):
    """A signed request that has been here, so that it cannot come again."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, to_field="client_id")
    token = models.CharField(max_length=48, blank=True)
    timestamp = models.BigIntegerField(db_index=True)
    nonce = models.CharField(max_length=255)

    class Meta:
        constraints = (
            # The database decides, so it holds between threads, processes and machines.
            models.UniqueConstraint(
                fields=("client", "token", "timestamp", "nonce"), name="nonce_once"
            ),
        )

    def __str__(self):
        return self.nonce
