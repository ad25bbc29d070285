"""Addresses of the OAuth 1.0a provider."""

from django.urls import path

from . import views

app_name = "oauth1"

urlpatterns = [
    path("request-token/", views.RequestTokenView.as_view(), name="request-token"),
    path("authorize/", views.AuthorizeView.as_view(), name="authorize"),
    path("access-token/", views.AccessTokenView.as_view(), name="access-token"),
    # What a user has allowed, and may take back.
    path(
        "authorized_tokens/",
        views.AuthorizedTokensView.as_view(),
        name="authorized-token-list",
    ),
    path(
        "authorized_tokens/<int:pk>/delete/",
        views.AuthorizedTokenDeleteView.as_view(),
        name="authorized-token-delete",
    ),
]
