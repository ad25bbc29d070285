from authlib.common.security import generate_token
from django.conf import settings
from django.core.validators import URLValidator
from django.db import models

# Authlib asks for the names of these fields and methods:
# https://docs.authlib.org/en/stable/django/1/authorization-server.html


def new_key():
    return generate_token(40)


class Client(models.Model):
    """A program that may ask users to let it act for them."""

    name = models.CharField(max_length=100)
    client_id = models.CharField(max_length=48, unique=True, default=new_key)
    # Not hashed: checking a signature takes the secret itself.
    client_secret = models.CharField(max_length=48, default=new_key)
    callback = models.CharField(
        max_length=500, validators=[URLValidator(schemes=["http", "https"])]
    )

    def __str__(self):
        return self.name

    def get_client_secret(self):
        return self.client_secret


class Token(models.Model):
    # Authlib's client_id is the key of a client, not that of its row.
    client = models.ForeignKey(Client, on_delete=models.CASCADE, to_field="client_id")
    oauth_token = models.CharField(max_length=48, unique=True, default=new_key)
    oauth_token_secret = models.CharField(max_length=48, default=new_key)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name} of {self.client}"

    def get_oauth_token(self):
        return self.oauth_token

    def get_oauth_token_secret(self):
        return self.oauth_token_secret


class RequestToken(Token):
    """What a client holds while it waits for the user's consent."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True
    )
    oauth_verifier = models.CharField(max_length=48, blank=True)

    def check_verifier(self, verifier):
        return self.oauth_verifier == verifier


class AccessToken(Token):
    """What a client holds once the user has allowed it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class Nonce(models.Model):
    """A request that was accepted, and is refused when it comes again."""

    digest = models.CharField(max_length=64, unique=True)
    timestamp = models.BigIntegerField(db_index=True)

    def __str__(self):
        return self.digest
