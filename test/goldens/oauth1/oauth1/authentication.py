from authlib.oauth1.errors import OAuth1Error
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from .server import server


class OAuth1Authentication(BaseAuthentication):
    """A client signs each request for a user who has allowed it."""

    def authenticate(self, request):
        if not request.headers.get("Authorization", "").lower().startswith("oauth"):
            return None
        try:
            token = server.acquire_credential(request._request)
        except OAuth1Error as error:
            raise AuthenticationFailed(str(error)) from error
        if not token.user.is_active:
            raise AuthenticationFailed("The user is inactive.")
        return token.user, token

    def authenticate_header(self, request):
        return 'OAuth realm="api"'


class OAuth1Scheme(OpenApiAuthenticationExtension):
    target_class = OAuth1Authentication
    name = "oauth1"

    def get_security_definition(self, auto_schema):
        return {"type": "http", "scheme": "oauth"}
