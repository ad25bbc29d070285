from django.contrib import admin

from .models import Book


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = ("title", "subtitle", "author", "isbn", "owner")
    list_select_related = ("owner",)
    search_fields = ("title", "subtitle", "author", "isbn")
    autocomplete_fields = ("owner",)
