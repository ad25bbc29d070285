from rest_framework import serializers

from .models import Book


class BookSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = (
            "id",
            "title",
            "subtitle",
            "isbn",
            "language",
            "pages",
            "cover",
            "owner",
        )
        read_only_fields = ("owner",)
        # An empty value removes the file.
        extra_kwargs = {"cover": {"allow_null": True}}
