from django.contrib.auth import get_user_model
from rest_framework import generics, serializers
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.serializers import TokenRefreshSerializer
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.views import TokenObtainPairView


class MeSerializer(serializers.ModelSerializer):
    class Meta:
        model = get_user_model()
        fields = (
            "id",
            model.USERNAME_FIELD,
            "email",
        )


class MeView(generics.RetrieveAPIView):
    """The user who sends the request."""

    serializer_class = MeSerializer

    def get_object(self):
        return self.request.user


class LoginView(TokenObtainPairView):
    """Exchange a user name and a password for a pair of tokens."""

    throttle_scope = "login"


class OneTimeToken(RefreshToken):
    """It works once: of requests at the same moment, one creates the row."""

    def blacklist(self):
        row, created = super().blacklist()
        if not created:
            raise TokenError("Token is blacklisted")
        return row, created


class RefreshSerializer(TokenRefreshSerializer):
    token_class = OneTimeToken
