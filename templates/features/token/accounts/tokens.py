"""Tokens: how programs log in."""

from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.settings import api_settings


class TokenView(ObtainAuthToken):
    """Give the token of the user whose name and password are sent."""

    throttle_classes = api_settings.DEFAULT_THROTTLE_CLASSES

    def get_view_name(self):
        return "Log in"
