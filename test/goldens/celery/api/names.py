from django.utils.text import capfirst
from rest_framework import mixins, views


def view_name(view):
    """
    Name an endpoint by its model's words, whatever its view is called.

    The browsable API shows the name, and OPTIONS gives it.
    """
    queryset = getattr(view, "queryset", None)
    if queryset is None or getattr(view, "name", None):
        return views.get_view_name(view)
    # A viewset knows whether it is about one object; else only lists list.
    is_detail = getattr(view, "detail", not isinstance(view, mixins.ListModelMixin))
    names = queryset.model._meta
    return capfirst(names.verbose_name if is_detail else names.verbose_name_plural)
