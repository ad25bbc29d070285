from rest_framework import viewsets

from .filters import BookFilter
from .models import Book
from .serializers import BookSerializer


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    lookup_value_converter = "int"
    serializer_class = BookSerializer
    filterset_class = BookFilter
    search_fields = ("title", "subtitle", "author", "isbn")
    ordering_fields = ("title", "author", "isbn")
    ordering = ("id",)

    def filter_queryset(self, queryset):
        # One object is found by its key, not by a filter.
        return queryset if self.detail else super().filter_queryset(queryset)
