from django.urls import reverse_lazy
from django.views import generic

from .models import Loan


class LoanListView(generic.ListView):
    queryset = Loan.objects.select_related("book", "borrower")
    paginate_by = 12

    def get_queryset(self):
        word = self.request.GET.get("q", "").replace("\0", "")[:100]
        return super().get_queryset().filter(note__icontains=word)


class LoanDetailView(generic.DetailView):
    queryset = Loan.objects.select_related("book", "borrower", "owner")


class LoanCreateView(generic.CreateView):
    model = Loan
    fields = (
        "book",
        "borrower",
        "due",
        "returned",
        "note",
    )

    def form_valid(self, form):
        form.instance.owner = self.request.user
        return super().form_valid(form)


class LoanUpdateView(generic.UpdateView):
    fields = LoanCreateView.fields

    def get_queryset(self):
        return Loan.objects.filter(owner=self.request.user)


class LoanDeleteView(generic.DeleteView):
    success_url = reverse_lazy("loan-list")

    def get_queryset(self):
        return Loan.objects.filter(owner=self.request.user)
