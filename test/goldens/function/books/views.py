from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Q
from django.urls import reverse_lazy
from django.views import generic

from .models import Book


class BookListView(generic.ListView):
    model = Book
    paginate_by = 12

    def get_queryset(self):
        word = self.request.GET.get("q", "").replace("\0", "")[:100]
        return Book.objects.filter(
            Q(title__icontains=word)
            | Q(subtitle__icontains=word)
            | Q(author__icontains=word)
            | Q(isbn__icontains=word)
        )


class BookDetailView(generic.DetailView):
    model = Book


class BookCreateView(PermissionRequiredMixin, generic.CreateView):
    model = Book
    fields = (
        "title",
        "subtitle",
        "author",
        "isbn",
    )
    permission_required = "books.add_book"


class BookUpdateView(PermissionRequiredMixin, generic.UpdateView):
    model = Book
    fields = BookCreateView.fields
    permission_required = "books.change_book"


class BookDeleteView(PermissionRequiredMixin, generic.DeleteView):
    model = Book
    success_url = reverse_lazy("book-list")
    permission_required = "books.delete_book"
