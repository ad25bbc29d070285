from rest_framework import generics

from .filters import BookFilter
from .models import Book
from .serializers import BookSerializer


class BookList(generics.ListCreateAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    filterset_class = BookFilter
    search_fields = ("title", "subtitle", "author", "isbn")
    ordering_fields = ("title", "author", "isbn")
    ordering = ("id",)


class BookDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    # One object is found by its key, not by a filter.
    filter_backends = ()
