from rest_framework.exceptions import ValidationError
from rest_framework.filters import SearchFilter

MAX_LENGTH = 100


# The database compares every word of a search with every row: long ones are refused.
class ShortSearchFilter(SearchFilter):
    def get_search_terms(self, request):
        if len(request.query_params.get(self.search_param, "")) > MAX_LENGTH:
            raise ValidationError({self.search_param: ["At most 100 characters."]})
        return super().get_search_terms(request)
