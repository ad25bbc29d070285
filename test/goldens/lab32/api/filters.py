from datetime import UTC

from django import forms
from django.db import models
from django_filters import rest_framework as filters
from django_filters import widgets
from django_filters.fields import IsoDateTimeField
from rest_framework import exceptions, serializers
from rest_framework.filters import SearchFilter as BaseSearchFilter

# What else a client says behind the question mark of an address.
PARAMETERS = {"cursor", "format", "ordering", "page", "page_size", "search"}


# The whole numbers that a database can hold.
INTEGERS = {"min_value": -(2**63), "max_value": 2**63 - 1}


class IntegerFilter(filters.NumberFilter):
    """A filter for whole numbers; the one for numbers takes 0.5 too."""

    field_class = forms.IntegerField

    def __init__(self, **kwargs):
        super().__init__(**{**INTEGERS, **kwargs})


class BooleanWidget(widgets.BooleanWidget):
    """What a client says, also where it is neither true nor false."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return data.get(name) if value is None else value


class BooleanField(forms.NullBooleanField):
    """True, false or nothing; the field of the filters takes any word for nothing."""

    def to_python(self, value):
        if value not in {True, False, None, ""}:
            raise forms.ValidationError("Enter true or false.")
        return super().to_python(value)


class BooleanFilter(filters.BooleanFilter):
    """A filter for what is true or false."""

    field_class = BooleanField

    def __init__(self, **kwargs):
        super().__init__(**{"widget": BooleanWidget, **kwargs})


class MomentField(IsoDateTimeField):
    """A moment, put in UTC: PostgreSQL takes no offset of 16 hours or more."""

    def to_python(self, value):
        moment = super().to_python(value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError as exc:
            raise forms.ValidationError(self.error_messages["invalid"]) from exc


class MomentFilter(filters.IsoDateTimeFilter):
    """A filter for moments."""

    field_class = MomentField


OWN_FILTERS = {
    filters.BooleanFilter: BooleanFilter,
    filters.IsoDateTimeFilter: MomentFilter,
}


class FilterSet(filters.FilterSet):
    """
    The base of every set of filters.

    A row that another one points at is named by its key. A day or a moment may also
    be the first or the last one wanted.
    """

    @classmethod
    def get_fields(cls):
        """Give a day and a moment their ranges."""
        return {
            name: ["exact", "gte", "lte"]
            if isinstance(cls._meta.model._meta.get_field(name), models.DateField)
            else lookups
            for name, lookups in super().get_fields().items()
        }

    @classmethod
    def get_filter_name(cls, field_name, lookup_expr):
        name = super().get_filter_name(field_name, lookup_expr)
        return f"{name}__exact" if name in PARAMETERS else name

    @classmethod
    def filter_for_lookup(cls, field, lookup_type):
        # Of a relation, REST framework's forms would list all rows.
        if field.is_relation:
            field = field.target_field
        found, params = super().filter_for_lookup(field, lookup_type)
        if found is filters.NumberFilter and isinstance(field, models.IntegerField):
            found = IntegerFilter
        return OWN_FILTERS.get(found, found), params


class SearchFilter(BaseSearchFilter):
    """A search for words: a database gives up on thousands of them."""

    longest = 100

    def get_search_terms(self, request):
        field = serializers.CharField(allow_blank=True, max_length=self.longest)
        try:
            field.run_validation(request.query_params.get(self.search_param, ""))
        except exceptions.ValidationError as exc:
            raise exceptions.ValidationError({self.search_param: exc.detail}) from exc
        return super().get_search_terms(request)

    def get_schema_operation_parameters(self, view):
        parameters = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            parameter["schema"]["maxLength"] = self.longest
        return parameters
