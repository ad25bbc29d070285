from oauth2_provider.models import RefreshToken
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauthlib.oauth2 import InvalidGrantError


# The update locks the row: of simultaneous requests, only one uses a refresh token.
class SingleUseValidator(OAuth2Validator):
    def _save_bearer_token(self, token, request, *args, **kwargs):
        if used := getattr(request, "refresh_token_instance", None):
            row = RefreshToken.objects.filter(pk=used.pk, revoked=None)
            if not row.update(revoked=None):
                raise InvalidGrantError(request=request)
        super()._save_bearer_token(token, request, *args, **kwargs)
