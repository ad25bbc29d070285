"""The home page."""

from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from books.views import BookListView

SECTIONS = [
    BookListView,
]
SHOWN = 6  # of each section


@require_safe
def home(request):
    """Show the first few of everything that the site has."""
    sections = [
        {
            "label": capfirst(view.model._meta.verbose_name_plural),
            "url_name": view.url_name,
            "card": f"{view.model._meta.app_label}/card.html",
            "objects": view().get_queryset()[:SHOWN],
            "count": view.model.objects.count(),
        }
        for view in SECTIONS
    ]
    return render(request, "home.html", {"sections": sections})
