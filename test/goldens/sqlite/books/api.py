from rest_framework import generics

from .filters import BookFilter
from .models import Book
from .serializers import BookSerializer


class BookListAPIView(generics.ListCreateAPIView):
    """List books, or create one."""

    queryset = Book.objects.order_by("title", "pk")
    serializer_class = BookSerializer
    filterset_class = BookFilter
    search_fields = ("title", "subtitle", "author", "isbn")
    ordering_fields = ("title", "author")


class BookDetailAPIView(generics.RetrieveUpdateDestroyAPIView):
    """Show, change or delete one book."""

    queryset = Book.objects.all()
    serializer_class = BookSerializer
    filter_backends = ()
