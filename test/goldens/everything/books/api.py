from drf_spectacular.utils import extend_schema
from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from config.permissions import HasReadWriteScope

from .models import Book
from .permissions import IsOwnerOrReadOnly
from .serializers import BookSerializer


@extend_schema(request={"multipart/form-data": BookSerializer})
class BookList(generics.ListCreateAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    permission_classes = (IsAuthenticated, HasReadWriteScope, IsOwnerOrReadOnly)
    filterset_fields = ("title", "isbn", "language", "owner")
    search_fields = ("title", "subtitle", "isbn")
    ordering_fields = ("title", "isbn")

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


@extend_schema(request={"multipart/form-data": BookSerializer})
class BookDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    permission_classes = (IsAuthenticated, HasReadWriteScope, IsOwnerOrReadOnly)
