from rest_framework import viewsets

from .models import Book
from .serializers import BookSerializer


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    filterset_fields = ("title", "author", "isbn")
    search_fields = ("title", "subtitle", "author", "isbn")
    ordering_fields = ("title", "author", "isbn")
    ordering = ("id",)
