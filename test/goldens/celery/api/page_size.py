import re

from rest_framework import exceptions


class PageSizeMixin:
    """Pages of 20; a client may ask for up to 100."""

    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100

    def get_page_size(self, request):
        """Refuse what is no size, which REST framework would pass over."""
        name = self.page_size_query_param
        asked = request.query_params.get(name)
        if asked is not None and not re.fullmatch("0*[1-9][0-9]*", asked):
            raise exceptions.ValidationError({name: ["Give a whole number from 1."]})
        return super().get_page_size(request)

    def get_schema_operation_parameters(self, view):
        parameters = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"]["minimum"] = 1
        return parameters

    def get_paginated_response_schema(self, schema):
        page = super().get_paginated_response_schema(schema)
        page["properties"]["results"]["maxItems"] = self.max_page_size
        return page
