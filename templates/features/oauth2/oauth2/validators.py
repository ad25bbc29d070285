"""Who gets a token, and whose token counts."""

from django.utils import timezone
from oauth2_provider import oauth2_validators
from oauth2_provider.models import get_refresh_token_model
from oauthlib.oauth2 import InvalidGrantError


class OAuth2Validator(oauth2_validators.OAuth2Validator):
    """
    The rules of Django OAuth Toolkit, and what it leaves open.

    The name of each method is what oauthlib calls:
    https://oauthlib.readthedocs.io/en/latest/oauth2/server.html
    """

    def validate_response_type(self, client_id, response_type, *args, **kwargs):
        # No token goes through the address bar, whatever the admin lets one choose.
        return response_type == "code" and super().validate_response_type(
            client_id, response_type, *args, **kwargs
        )

    def validate_redirect_uri(self, client_id, redirect_uri, request, *args, **kwargs):
        # Letter by letter. The toolkit would take any port of this machine.
        return redirect_uri in request.client.redirect_uris.split()

    # A user who was deactivated stays out. The toolkit does not ask.

    def validate_code(self, client_id, code, client, request, *args, **kwargs):
        valid = super().validate_code(client_id, code, client, request, *args, **kwargs)
        return valid and request.user.is_active

    def validate_refresh_token(self, refresh_token, client, request, *args, **kwargs):
        valid = super().validate_refresh_token(
            refresh_token, client, request, *args, **kwargs
        )
        return valid and request.user.is_active

    def validate_bearer_token(self, token, scopes, request):
        valid = super().validate_bearer_token(token, scopes, request)
        return valid and (request.user is None or request.user.is_active)

    def _save_bearer_token(self, token, request, *args, **kwargs):
        used = getattr(request, "refresh_token_instance", None)
        if used is not None:
            # Two requests may both have found the same refresh token unused a moment
            # ago. The database lets one change the row; the other waits for it, and
            # then finds the token used.
            tokens = get_refresh_token_model().objects
            unused = tokens.filter(pk=used.pk, revoked__isnull=True)
            if not unused.update(updated=timezone.now()):
                raise InvalidGrantError(request=request)
        return super()._save_bearer_token(token, request, *args, **kwargs)
