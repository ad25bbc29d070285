"""The addresses of pages outside the API."""

from django.urls import path

from .site_views import home

urlpatterns = [
    path("", home, name="home"),
]
