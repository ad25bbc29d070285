from api.filters import FilterSet

from .models import Book


class BookFilter(FilterSet):
    class Meta:
        model = Book
        fields = ("title", "author", "isbn")
