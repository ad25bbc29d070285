from oauth2_provider.contrib.rest_framework import TokenHasReadWriteScope


# Requests with a token need the scope read or write; sessions do not.
class HasReadWriteScope(TokenHasReadWriteScope):
    def has_permission(self, request, view):
        return request.auth is None or super().has_permission(request, view)
