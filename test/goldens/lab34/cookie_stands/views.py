from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from .models import CookieStand
from .permissions import IsOwnerOrReadOnly
from .serializers import CookieStandSerializer


class CookieStandList(generics.ListCreateAPIView):
    queryset = CookieStand.objects.all()
    serializer_class = CookieStandSerializer
    permission_classes = (IsAuthenticated, IsOwnerOrReadOnly)
    filterset_fields = ("location", "owner")
    search_fields = ("location", "description")
    ordering_fields = ("location",)

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class CookieStandDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = CookieStand.objects.all()
    serializer_class = CookieStandSerializer
    permission_classes = (IsAuthenticated, IsOwnerOrReadOnly)
