from rest_framework import serializers

from .models import Loan


class LoanSerializer(serializers.ModelSerializer):
    class Meta:
        model = Loan
        fields = (
            "id",
            "book",
            "borrower",
            "due",
            "returned",
            "note",
            "owner",
        )
        read_only_fields = ("owner",)
