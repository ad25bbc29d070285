from rest_framework import generics

from .filters import BookFilter
from .models import Book
from .permissions import IsOwnerOrReadOnly
from .serializers import BookSerializer


class BookList(generics.ListCreateAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    filterset_class = BookFilter
    search_fields = ("title", "subtitle", "author", "isbn")
    ordering_fields = ("title", "author", "isbn")
    ordering = ("id",)

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class BookDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    # One object is found by its key, not by a filter.
    filter_backends = ()
