from rest_framework import generics

from .filters import CookieStandFilter
from .models import CookieStand
from .permissions import IsOwnerOrReadOnly
from .serializers import CookieStandSerializer


class CookieStandList(generics.ListCreateAPIView):
    queryset = CookieStand.objects.all()
    serializer_class = CookieStandSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    filterset_class = CookieStandFilter
    search_fields = ("location", "description")
    ordering_fields = ("location",)
    ordering = ("id",)

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class CookieStandDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = CookieStand.objects.all()
    serializer_class = CookieStandSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    # One object is found by its key, not by a filter.
    filter_backends = ()
