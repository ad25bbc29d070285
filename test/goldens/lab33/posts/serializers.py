from api.serializers import ModelSerializer

from .models import Post


class PostSerializer(ModelSerializer):
    class Meta:
        model = Post
        fields = ("id", "title", "body", "author", "created_at", "updated_at")
        read_only_fields = ("author",)
