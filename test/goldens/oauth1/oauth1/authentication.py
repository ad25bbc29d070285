"""Who calls the API, by the signature that the request carries."""

from authlib.oauth1.errors import OAuth1Error
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header

from .server import protector


class OAuth1Authentication(BaseAuthentication):
    """Requests that a client has signed for a user, as OAuth 1.0a says."""

    def authenticate(self, request):
        if not get_authorization_header(request).lower().startswith(b"oauth"):
            return None  # A session may still tell who it is.
        try:
            # Authlib reads Django's request, not the one of REST framework.
            token = protector.acquire_credential(request._request)
        except OAuth1Error as error:
            detail = error.description or error.error
            raise exceptions.AuthenticationFailed(detail, error.error) from error
        return token.user, token

    def authenticate_header(self, request):
        return 'OAuth realm="api"'
