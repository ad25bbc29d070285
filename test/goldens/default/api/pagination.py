from rest_framework import pagination


class PageNumberPagination(pagination.PageNumberPagination):
    """Pages of 20; a client may ask for up to 100."""

    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100

    def get_paginated_response_schema(self, schema):
        page = super().get_paginated_response_schema(schema)
        page["properties"]["results"]["maxItems"] = self.max_page_size
        return page
