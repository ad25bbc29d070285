from config import resource_views

from .models import Book


class BookListView(resource_views.ListView):
    """Books in pages, with a search."""

    model = Book
    template_name = "books/list.html"
    url_name = "book-list"
    ordering = ("id",)
    search_fields = ("title", "subtitle", "author", "isbn")


class BookDetailView(resource_views.DetailView):
    """One book."""

    model = Book
    template_name = "books/detail.html"
