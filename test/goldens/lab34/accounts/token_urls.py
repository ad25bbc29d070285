from django.urls import path

from . import tokens

urlpatterns = [
    path("", tokens.TokenView.as_view(), name="token"),
    path("refresh/", tokens.RefreshView.as_view(), name="token-refresh"),
    path("verify/", tokens.VerifyView.as_view(), name="token-verify"),
    path("blacklist/", tokens.BlacklistView.as_view(), name="token-blacklist"),
]
