"""The endpoints of Django OAuth Toolkit, hardened."""

import hashlib
from base64 import b64decode
from math import ceil
from urllib.parse import urlsplit

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from oauth2_provider import views
from oauth2_provider.models import get_access_token_model, get_grant_model
from oauth2_provider.settings import oauth2_settings
from oauthlib.oauth2 import (
    InvalidGrantError,
    InvalidRequestError,
    UnsupportedGrantTypeError,
)

from accounts import clients
from accounts.attempts import TooManyAttempts

from .forms import ConsentForm


class HardenedMixin:
    """Answer what no client sends by mistake with 400, before it reaches a query."""

    def dispatch(self, request, *args, **kwargs):
        sent = [*request.GET.lists(), *request.POST.lists()]
        if any("\0" in value for _name, values in sent for value in values):
            # PostgreSQL answers a NUL with an error.
            return error_response(InvalidRequestError("A value has a NUL in it."))
        try:
            return super().dispatch(request, *args, **kwargs)
        except ValueError as error:
            # oauthlib reads the query string by itself, and takes less than Django.
            if "query string" in str(error) or "urlencoded" in str(error):
                return error_response(InvalidRequestError("The query is malformed."))
            raise


# Clients have no session, so nobody can forge a request in one.
@method_decorator(login_not_required, name="dispatch")
@method_decorator(csrf_exempt, name="dispatch")
class ThrottledMixin(HardenedMixin):
    """Refuse who guesses for long."""

    def dispatch(self, request, *args, **kwargs):
        respond = super().dispatch
        try:
            return clients.answer(
                request, client_id(request), lambda: respond(request, *args, **kwargs)
            )
        except TooManyAttempts as error:
            content = {"error": "slow_down", "error_description": str(error)}
            wait = {"Retry-After": ceil(error.wait)}
            return JsonResponse(content, status=429, headers=wait)


class AuthorizationView(HardenedMixin, views.AuthorizationView):
    """The page where a user allows a client to act for them."""

    form_class = ConsentForm

    def render_to_response(self, context, **response_kwargs):
        # From a form, browsers follow a redirect only to sites that the page names.
        client = urlsplit(context.get("redirect_uri", ""))
        names = csp_update({"form-action": [f"{client.scheme}://{client.netloc}"]})
        render = super().render_to_response
        return (names(render) if client.netloc else render)(context, **response_kwargs)


class TokenView(ThrottledMixin, views.TokenView):
    """Gives tokens for an authorization code, a refresh token or a client's secret."""

    def post(self, request, *args, **kwargs):
        # No passwords in the hands of clients, whatever the admin lets one choose.
        grant_types = oauth2_settings.OAUTH2_GRANT_TYPES_SUPPORTED
        if request.POST.get("grant_type") not in grant_types:
            return error_response(UnsupportedGrantTypeError())
        try:
            response = self.authorization_flow_token_response(request)
        except get_grant_model().DoesNotExist:
            # Another request has used the code since this one looked it up.
            response = error_response(InvalidGrantError())
        # An error of the last moment comes without.
        response["Content-Type"] = "application/json"
        return response


class RevokeTokenView(ThrottledMixin, views.RevokeTokenView):
    """Ends a token before its time."""


class IntrospectTokenView(ThrottledMixin, views.IntrospectTokenView):
    """Tells another service whether a token is good, and whose it is."""

    @staticmethod
    def get_token_response(token_value=None):
        checksum = hashlib.sha256((token_value or "").encode()).hexdigest()
        tokens = get_access_token_model().objects
        if tokens.filter(token_checksum=checksum, user__is_active=False).exists():
            return JsonResponse({"active": False})
        return views.IntrospectTokenView.get_token_response(token_value)


def client_id(request):
    """Return the id that a client gives of itself, in a header or in its form."""
    scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return request.POST.get("client_id", "")
    try:
        return b64decode(sent).decode().partition(":")[0]
    except ValueError:
        return ""


def error_response(error):
    """Return an error of oauthlib in the form that OAuth 2.0 gives it."""
    return JsonResponse(dict(error.twotuples), status=error.status_code)
