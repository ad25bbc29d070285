"""
Addresses of the OAuth 2.0 provider.

The toolkit has more, which this project does not offer: registering clients is for the
admin and for the command create_oauth2_client.
"""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from oauth2_provider.views import (
    AuthorizedTokenDeleteView,
    AuthorizedTokensListView,
    OAuthServerMetadataView,
)

from . import views

# The name that the toolkit's own templates and views ask for.
app_name = "oauth2_provider"

urlpatterns = [
    path("authorize/", views.AuthorizationView.as_view(), name="authorize"),
    path("token/", views.TokenView.as_view(), name="token"),
    path("revoke_token/", views.RevokeTokenView.as_view(), name="revoke-token"),
    path("introspect/", views.IntrospectTokenView.as_view(), name="introspect"),
    # What a user has allowed, and may take back.
    path(
        "authorized_tokens/",
        AuthorizedTokensListView.as_view(),
        name="authorized-token-list",
    ),
    path(
        "authorized_tokens/<int:pk>/delete/",
        AuthorizedTokenDeleteView.as_view(),
        name="authorized-token-delete",
    ),
    # Where clients that look for it read what is here.
    path(
        ".well-known/oauth-authorization-server",
        login_not_required(OAuthServerMetadataView.as_view()),
        name="oauth-server-metadata",
    ),
]
