from rest_framework.permissions import SAFE_METHODS, BasePermission


class IsOwnerOrReadOnly(BasePermission):
    def has_object_permission(self, request, view, obj):
        is_owner = obj.author == request.user
        return is_owner or request.method in SAFE_METHODS
