"""
What function views share: filters, pages and permissions.

A function decorated with @api_view knows its methods and nothing else. The decorators
here stand above @api_view and tell it the rest, in the words of the generic views:
https://www.django-rest-framework.org/api-guide/generic-views/#attributes

They make it a generic view whose methods are the function. So the documentation,
OPTIONS and the browsable API find what they read of a generic view.
"""

from django.views import View
from rest_framework.generics import (
    ListCreateAPIView,
    RetrieveUpdateDestroyAPIView,
    get_object_or_404,
)


def list_view(**attributes):
    """Tell the function view below what it lists and creates."""
    return _with_attributes(ListCreateAPIView, attributes)


def detail_view(**attributes):
    """Tell the function view below what it shows, changes and deletes one object of."""
    # One object is found by its key, not by a filter.
    attributes = {"filter_backends": (), **attributes}
    return _with_attributes(RetrieveUpdateDestroyAPIView, attributes)


def filtered_queryset(request):
    """Give the view's objects that the request asks for, in the order it asks for."""
    view = request.parser_context["view"]
    return view.filter_queryset(view.get_queryset())


def paginated_response(request, queryset):
    """Answer with the page that the request asks for."""
    view = request.parser_context["view"]
    page = view.paginate_queryset(queryset)
    serializer = view.get_serializer(page, many=True)
    return view.get_paginated_response(serializer.data)


def get_object(request, pk):
    """Give one of the view's objects: 404 if there is none, 403 if it is not theirs."""
    view = request.parser_context["view"]
    instance = get_object_or_404(view.get_queryset(), pk=pk)
    view.check_object_permissions(request, instance)
    return instance


def _with_attributes(generic_view, attributes):
    def decorate(view):
        # The class that @api_view has made of the function.
        base = view.cls
        allowed = {*base.http_method_names}
        if "get" in allowed:
            # @api_view refuses HEAD; other views answer it as they answer GET.
            allowed.add("head")
        members = {
            "__doc__": base.__doc__,
            "__module__": base.__module__,
            # In the order in which the header Allow names the methods of other views.
            "http_method_names": [
                name for name in View.http_method_names if name in allowed
            ],
            **attributes,
        }
        return type(base.__name__, (base, generic_view), members).as_view()

    return decorate
