"""Addresses of the website's own pages."""

from django.urls import path

from .site_views import home

urlpatterns = [
    path("", home, name="home"),
]
