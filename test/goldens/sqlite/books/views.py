from django.db.models import Q
from django.views import generic

from config.forms import SearchForm

from .models import Book


class BookListView(generic.ListView):
    """Books in pages, and those that match a search."""

    queryset = Book.objects.order_by("title", "pk")
    template_name = "books/list.html"
    paginate_by = 12

    def get_queryset(self):
        found = super().get_queryset()
        self.form = SearchForm(self.request.GET)
        if not self.form.is_valid():
            return found.none()
        for word in self.form.cleaned_data["q"].split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(subtitle__icontains=word)
                | Q(author__icontains=word)
                | Q(isbn__icontains=word)
            )
        return found

    def get_context_data(self, **kwargs):
        return super().get_context_data(form=self.form, **kwargs)


class BookDetailView(generic.DetailView):
    """One book."""

    model = Book
    template_name = "books/detail.html"
