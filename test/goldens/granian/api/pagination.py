from contextlib import suppress
from functools import cached_property

from django.core.paginator import Paginator
from rest_framework import pagination

from .ordering import with_key
from .page_size import PageSizeMixin

# So many rows are counted, and no more: of a million PostgreSQL counts these in 1 ms,
# and all in 60 ms.
MAX_COUNT = 10_000

# No database skips so many rows: it counts them in 64 bits.
MAX_OFFSET = 2**62


class CappedPaginator(Paginator):
    """
    Pages whose count costs no more where there are many more rows.

    Up to MAX_COUNT the count is exact. Beyond, it tells how many rows there are at
    least: those up to the page that is asked for, and whether another page follows.
    """

    @cached_property
    def count(self):
        return self.object_list.order_by()[: MAX_COUNT + 1].count()

    def page(self, number):
        rows = []
        # What is no number, or no page, is refused below.
        with suppress(ValueError):
            rows = self._read((int(number) - 1) * self.per_page)
        page = super().page(number)
        page.object_list = rows[: self.per_page]
        return page

    def _read(self, offset):
        """Read the rows of the page that begins there, and count by one row more."""
        if not 0 <= offset <= MAX_OFFSET:
            return []
        rows = [*self.object_list[offset : offset + self.per_page + 1]]
        end = offset + len(rows)
        if len(rows) > self.per_page:
            self.count = max(self.count, end)
        elif rows or offset == 0:
            # It is the last page. A search that finds little looks no second time.
            self.count = end
        return rows


class PageNumberPagination(PageSizeMixin, pagination.PageNumberPagination):
    """Pages by their number."""

    django_paginator_class = CappedPaginator
    # Which page is the last is not known where not all rows are counted.
    last_page_strings = ()

    def paginate_queryset(self, queryset, request, view=None):
        return super().paginate_queryset(with_key(queryset), request, view)

    def get_paginated_response_schema(self, schema):
        page = super().get_paginated_response_schema(schema)
        page["properties"]["count"]["description"] = (
            f"How many there are; beyond {MAX_COUNT:,}, how many there are at least."
        )
        return page
