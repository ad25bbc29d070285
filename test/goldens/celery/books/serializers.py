from api.serializers import ModelSerializer

from .models import Book


class BookSerializer(ModelSerializer):
    class Meta:
        model = Book
        fields = ("id", "title", "subtitle", "author", "isbn")
