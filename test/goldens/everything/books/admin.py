from django.contrib import admin

from .models import Book


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = (
        "title",
        "subtitle",
        "isbn",
        "language",
        "pages",
        "cover",
    )
    search_fields = (
        "title",
        "subtitle",
        "isbn",
    )
