"""The home page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from books.models import Book

SHOWN = 6  # of each section


@require_safe
def home(request):
    """Show the first few of everything that the site has."""
    sections = [
        {
            "label": "Books",
            "url_name": "book-list",
            "card": "books/card.html",
            "objects": Book.objects.order_by("title", "pk")[:SHOWN],
            "count": Book.objects.count(),
        },
    ]
    return render(request, "home.html", {"sections": sections})
