from django.contrib import admin

from .models import CookieStand


@admin.register(CookieStand)
class CookieStandAdmin(admin.ModelAdmin):
    list_display = (
        "location",
        "owner",
        "minimum_customers_per_hour",
        "maximum_customers_per_hour",
        "average_cookies_per_sale",
    )
    search_fields = (
        "location",
        "description",
    )
