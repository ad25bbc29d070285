from django.contrib import admin

from .models import AccessToken, Client


@admin.register(Client)
class ClientAdmin(admin.ModelAdmin):
    list_display = ("name", "client_id", "callback")
    search_fields = ("name", "client_id")
    readonly_fields = ("client_id", "client_secret")


@admin.register(AccessToken)
class AccessTokenAdmin(admin.ModelAdmin):
    """Delete a token, and its client can no longer act for the user."""

    list_display = ("user", "client", "created")
    list_select_related = ("user", "client")
    search_fields = ("user__username", "client__name")
    fields = ("user", "client", "created")

    def has_add_permission(self, request):
        return False  # Users give them.

    def has_change_permission(self, request, obj=None):
        return False
