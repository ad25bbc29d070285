from django.contrib import admin

from .models import AccessToken, Client


@admin.register(Client)
class ClientAdmin(admin.ModelAdmin):
    list_display = ("name", "client_id", "callback")


@admin.register(AccessToken)
class AccessTokenAdmin(admin.ModelAdmin):
    """Delete a token to end the access of its client."""

    list_display = ("user", "client", "created")
    fields = readonly_fields = ("user", "client", "created")

    def has_add_permission(self, request):
        return False
