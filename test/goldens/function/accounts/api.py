from django.contrib.auth import get_user_model
from rest_framework import generics, permissions, serializers
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.throttling import ScopedRateThrottle


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
    permission_classes = (permissions.IsAuthenticated,)

    def get_object(self):
        return self.request.user


class LoginView(ObtainAuthToken):
    """Exchange a user name and a password for a token."""

    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "login"
