from oauth2_provider.contrib.rest_framework import TokenHasReadWriteScope


# A token needs the scope read or write; a session needs none.
class TokenHasScope(TokenHasReadWriteScope):
    def has_permission(self, request, view):
        return request.auth is None or super().has_permission(request, view)
