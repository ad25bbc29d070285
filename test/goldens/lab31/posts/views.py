from config import resource_views

from .models import Post


class PostListView(resource_views.ListView):
    """Posts in pages, with a search."""

    model = Post
    template_name = "posts/list.html"
    url_name = "post-list"
    ordering = ("-created_at", "-id")
    search_fields = ("title", "body")
    select_related = ("author",)


class PostDetailView(resource_views.DetailView):
    """One post."""

    model = Post
    template_name = "posts/detail.html"
    select_related = ("author",)
