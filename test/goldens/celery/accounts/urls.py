"""Addresses of the pages of the accounts, by the names that Django has for them."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from . import views

urlpatterns = [
    path(
        "login/",
        LoginView.as_view(
            template_name="accounts/login.html", extra_context={"title": "Log in"}
        ),
        name="login",
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path(
        "password/",
        views.PasswordChangeView.as_view(),
        name="password_change",
    ),
    path(
        "password/changed/",
        views.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path(
        "reset/",
        views.PasswordResetView.as_view(),
        name="password_reset",
    ),
    path(
        "reset/sent/",
        views.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "reset/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
]
