from rest_framework import generics, permissions

from .serializers import MeSerializer


class MeView(generics.RetrieveUpdateAPIView):
    """The user who asks."""

    serializer_class = MeSerializer
    permission_classes = (permissions.IsAuthenticated,)
    http_method_names = ("get", "patch", "head", "options")

    def get_object(self):
        return self.request.user

    def get_view_name(self):
        # For its breadcrumbs, the browsable API asks without a request.
        method = getattr(getattr(self, "request", None), "method", None)
        return "Change yourself" if method == "PATCH" else "Me"
