from django import forms
from oauth2_provider.forms import AllowForm
from oauth2_provider.models import get_application_model


class ConsentForm(AllowForm):
    """The user's answer, with what the client asked for in hidden fields."""

    def clean(self):
        cleaned = super().clean()
        # The page that shows the form has checked them, but a hidden field can be
        # changed, and a refusal is sent to the redirect URI as well.
        client = (
            get_application_model()
            .objects.filter(client_id=cleaned.get("client_id", ""))
            .first()
        )
        if (
            client is None
            or cleaned.get("redirect_uri") not in client.redirect_uris.split()
        ):
            raise forms.ValidationError("This is not what the client asked for.")
        return cleaned
