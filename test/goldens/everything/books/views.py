from django.db.models import ProtectedError, Q
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
            | Q(isbn__icontains=word)
        )


class BookDetailView(generic.DetailView):
    queryset = Book.objects.select_related("owner")


class BookCreateView(generic.CreateView):
    model = Book
    fields = (
        "title",
        "subtitle",
        "isbn",
        "language",
        "pages",
        "cover",
    )

    def form_valid(self, form):
        form.instance.owner = self.request.user
        return super().form_valid(form)


class BookUpdateView(generic.UpdateView):
    fields = BookCreateView.fields

    def get_queryset(self):
        return Book.objects.filter(owner=self.request.user)


class BookDeleteView(generic.DeleteView):
    success_url = reverse_lazy("book-list")

    def get_queryset(self):
        return Book.objects.filter(owner=self.request.user)

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            form.add_error(None, "Other records still refer to this one.")
            return self.form_invalid(form)
