from django.contrib.auth.mixins import LoginRequiredMixin
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


class BookCreateView(LoginRequiredMixin, generic.CreateView):
    model = Book
    fields = (
        "title",
        "subtitle",
        "author",
        "isbn",
    )


class BookUpdateView(LoginRequiredMixin, generic.UpdateView):
    model = Book
    fields = BookCreateView.fields


class BookDeleteView(LoginRequiredMixin, generic.DeleteView):
    model = Book
    success_url = reverse_lazy("book-list")
