from rest_framework import permissions


class ModelPermissions(permissions.DjangoModelPermissions):
    """
    Members read; who adds, changes or deletes has Django's permission for it.

    The admin gives permissions to users and to groups of them:
    https://docs.djangoproject.com/en/5.2/topics/auth/default/#permissions-and-authorization
    """

    def has_permission(self, request, view):
        # What stands for no model, such as the statistics, has no such permission.
        if getattr(view, "queryset", None) is None:
            return bool(request.user and request.user.is_authenticated)
        return super().has_permission(request, view)
