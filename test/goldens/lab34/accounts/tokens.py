"""JSON Web Tokens: how programs log in."""

from django.contrib.auth import get_user_model
from rest_framework_simplejwt import serializers, views
from rest_framework_simplejwt.exceptions import InvalidToken


class TokenView(views.TokenObtainPairView):
    """Give the tokens of the user whose name and password are sent."""

    def get_view_name(self):
        return "Log in"


class RefreshSerializer(serializers.TokenRefreshSerializer):
    def validate(self, attrs):
        try:
            return super().validate(attrs)
        except get_user_model().DoesNotExist as error:
            raise InvalidToken from error


class RefreshView(views.TokenRefreshView):
    """Give new tokens for a refresh token, which is worthless then."""

    serializer_class = RefreshSerializer

    def get_view_name(self):
        return "Stay logged in"


class VerifyView(views.TokenVerifyView):
    """Say whether a token is good."""

    def get_view_name(self):
        return "Verify a token"


class BlacklistView(views.TokenBlacklistView):
    """Make a refresh token worthless."""

    def get_view_name(self):
        return "Log out"
