"""Who calls the API, by the access token that the request carries."""

from oauth2_provider.contrib.rest_framework import OAuth2Authentication
from rest_framework import exceptions
from rest_framework.authentication import get_authorization_header
from rest_framework.permissions import SAFE_METHODS


class InsufficientScope(exceptions.PermissionDenied):
    """The token is good, but its user has not allowed the client to do this."""

    default_detail = "The access token does not have the scope that this needs."
    default_code = "insufficient_scope"

    def __init__(self, scope):
        super().__init__()
        # REST framework sends this as WWW-Authenticate.
        self.auth_header = f'Bearer error="insufficient_scope", scope="{scope}"'


class BearerAuthentication(OAuth2Authentication):
    """
    Access tokens, in the header that OAuth 2.0 names for them.

    The scope is checked here and not by a permission: a view with permissions of its
    own, or one that forgets them, still keeps to what the user has allowed.
    """

    def authenticate(self, request):
        if not get_authorization_header(request).lower().startswith(b"bearer"):
            return None  # A session may still tell who it is.
        authenticated = super().authenticate(request)
        if authenticated is None:
            # Not as anonymous: the client would not learn that its token has expired.
            raise exceptions.AuthenticationFailed("The access token is not valid.")
        user, token = authenticated
        if user is None:
            # No user stands behind a token that a client got for itself. It acts for
            # the user whom the client belongs to.
            user = token.application.user
        if user is None or not user.is_active:
            raise exceptions.AuthenticationFailed("The token's user is not active.")
        scope = "read" if request.method in SAFE_METHODS else "write"
        if not token.allow_scopes([scope]):
            raise InsufficientScope(scope)
        return user, token
