from django.contrib import admin

from .models import Post


@admin.register(Post)
class PostAdmin(admin.ModelAdmin):
    list_display = ("title", "author", "created_at", "updated_at")
    list_filter = ("created_at", "updated_at")
    list_select_related = ("author",)
    date_hierarchy = "created_at"
    search_fields = ("title", "body")
    autocomplete_fields = ("author",)
    readonly_fields = ("created_at", "updated_at")
