from rest_framework.exceptions import ValidationError
from rest_framework.filters import SearchFilter


# Each search term scans the whole table, so limit the length of the query.
class ShortSearchFilter(SearchFilter):
    def get_search_terms(self, request):
        if len(request.query_params.get(self.search_param, "")) > 100:
            raise ValidationError({self.search_param: ["At most 100 characters."]})
        return super().get_search_terms(request)
