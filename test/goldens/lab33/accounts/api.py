from django.contrib.auth import get_user_model
from rest_framework import generics, serializers
from rest_framework_simplejwt.views import TokenObtainPairView


class MeSerializer(serializers.ModelSerializer):
    class Meta:
        model = get_user_model()
        fields = (
            "id",
            "username",
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
