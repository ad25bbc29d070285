from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import connections
from django.db.models import Q
from rest_framework import exceptions, pagination
from rest_framework.utils.urls import replace_query_param

from .ordering import with_key
from .page_size import PageSizeMixin


class CursorPagination(PageSizeMixin, pagination.CursorPagination):
    """
    Pages that begin behind a row.

    A cursor holds what that row is ordered by, its key in the end. So a page costs the
    same however deep it is, and no row is left out or shown twice when others come and
    go meanwhile. REST framework's own cursors hold the first field alone.

    Cursors are signed: what is in one is what was put there.
    """

    def paginate_queryset(self, queryset, request, view=None):
        self.base_url = request.build_absolute_uri()
        self.signer = Signer(salt=f"cursor:{queryset.model._meta.label}", sep=".")
        page_size = self.get_page_size(request)
        self.columns = _columns(with_key(queryset))
        self.ordering = [f"{sign}{field.attname}" for sign, field in self.columns]

        cursor = self.decode_cursor(request)
        backwards, values = cursor or (False, None)
        queryset = queryset.order_by(*self.ordering)
        if backwards:
            queryset = queryset.reverse()
        if values is not None:
            queryset = queryset.filter(self._behind(queryset.db, values, backwards))
        rows = list(queryset[: page_size + 1])
        more = len(rows) > page_size
        self.page = rows[:page_size]
        if backwards:
            self.page.reverse()

        came_from_there = cursor is not None and len(rows) > 0
        self.has_next = came_from_there if backwards else more
        self.has_previous = more if backwards else came_from_there
        self.display_page_controls = self.has_next or self.has_previous
        return self.page

    def get_next_link(self):
        return self._link(self.page[-1], backwards=False) if self.has_next else None

    def get_previous_link(self):
        return self._link(self.page[0], backwards=True) if self.has_previous else None

    def decode_cursor(self, request):
        """Give the direction and the values of the request's cursor, if it has one."""
        text = request.query_params.get(self.cursor_query_param, "")
        if text == "":
            return None
        try:
            ordering, backwards, texts = self.signer.unsign_object(text)
            if ordering != self.ordering:
                raise BadSignature("It was made for another order.")
            return backwards, [
                None if text is None else field.to_python(text)
                for text, (_, field) in zip(texts, self.columns, strict=True)
            ]
        except (BadSignature, ValidationError) as exc:
            # The value is not valid where a migration has changed its field since.
            raise exceptions.NotFound(self.invalid_cursor_message) from exc

    def get_paginated_response_schema(self, schema):
        page = super().get_paginated_response_schema(schema)
        page["required"] = ["next", "previous", "results"]
        for name in ("next", "previous"):
            del page["properties"][name]["example"]
        return page

    def _link(self, row, *, backwards):
        texts = [
            None if field.value_from_object(row) is None else field.value_to_string(row)
            for _, field in self.columns
        ]
        cursor = [self.ordering, backwards, texts]
        text = self.signer.sign_object(cursor, compress=True)
        return replace_query_param(self.base_url, self.cursor_query_param, text)

    def _behind(self, database, values, backwards):
        """
        Match the rows behind these values.

        They are behind in the first column; or equal there, and behind in the second;
        and so on.
        """
        nulls_largest = connections[database].features.nulls_order_largest
        behind = _behind_all(
            [
                _comparison(field, value, (sign == "-") == backwards, nulls_largest)
                for (sign, field), value in zip(self.columns, values, strict=True)
            ]
        )
        sign, first = self.columns[0]
        if first.null:
            return behind
        # This follows from the above, and by it a database enters an index.
        lookup = "gte" if (sign == "-") == backwards else "lte"
        return behind & Q((f"{first.attname}__{lookup}", values[0]))


def _behind_all(comparisons):
    """
    Match what is behind in these columns: in the first half of them, or in the second
    half where all of the first are equal.

    By halves, because a bracket for each column is more than SQLite can read.
    """
    if len(comparisons) == 1:
        return comparisons[0][0]
    middle = len(comparisons) // 2
    equal = Q(*(equal for _, equal in comparisons[:middle]))
    return _behind_all(comparisons[:middle]) | (
        equal & _behind_all(comparisons[middle:])
    )


def _comparison(field, value, ascending, nulls_largest):
    """Match the rows whose value comes behind this one, and those that have it too."""
    name = field.attname
    nulls_last = nulls_largest == ascending
    if value is None:
        further = Q(pk__in=()) if nulls_last else Q((f"{name}__isnull", False))
        return further, Q((f"{name}__isnull", True))
    further = Q((f"{name}__{'gt' if ascending else 'lt'}", value))
    if field.null and nulls_last:
        further |= Q((f"{name}__isnull", True))
    return further, Q((name, value))


def _columns(queryset):
    """Give sign and field of what a queryset is ordered by: of a relation, its key."""
    model = queryset.model._meta
    return [
        (
            "-" if name.startswith("-") else "",
            model.pk if name.lstrip("-") == "pk" else model.get_field(name.lstrip("-")),
        )
        for name in queryset.query.order_by
    ]
