from api.filters import FilterSet

from .models import Post


class PostFilter(FilterSet):
    class Meta:
        model = Post
        fields = ("title", "author", "created_at", "updated_at")
