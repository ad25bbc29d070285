"""Addresses of the website's own pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from .site_views import home

urlpatterns = [
    path("", home, name="home"),
    path("accounts/login/", LoginView.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
]
