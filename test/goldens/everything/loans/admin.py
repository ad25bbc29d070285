from django.contrib import admin

from .models import Loan


@admin.register(Loan)
class LoanAdmin(admin.ModelAdmin):
    list_display = (
        "__str__",
        "book",
        "borrower",
        "due",
        "returned",
        "owner",
    )
    search_fields = ("note",)
