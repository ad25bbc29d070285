"""What the pages of every resource share."""

from django.db.models import Q
from django.views import generic

from .forms import SearchForm


class ResourceMixin:
    """Read what a row points at together with it, so that no row needs a query."""

    select_related = ()
    prefetch_related = ()

    def get_queryset(self):
        found = super().get_queryset().prefetch_related(*self.prefetch_related)
        # Without names, select_related() follows every foreign key.
        if self.select_related:
            found = found.select_related(*self.select_related)
        return found


class ListView(ResourceMixin, generic.ListView):
    """Rows in pages, and those that match a search."""

    paginate_by = 12
    search_fields = ()

    def search(self, found):
        """Give those that have every word of the search in one of their texts."""
        self.form = SearchForm(self.request.GET)
        if not self.form.is_valid():
            return found.none()
        for word in self.form.cleaned_data["q"].split():
            matches = Q()
            for field in self.search_fields:
                matches |= Q((f"{field}__icontains", word))
            found = found.filter(matches)
        return found

    def get_context_data(self, **kwargs):
        found = self.search(self.object_list)
        return super().get_context_data(object_list=found, form=self.form, **kwargs)


class DetailView(ResourceMixin, generic.DetailView):
    """One row, which the templates call object."""

    def get_context_object_name(self, _object):
        # The name of its model could hide another one, such as request.
        return None
