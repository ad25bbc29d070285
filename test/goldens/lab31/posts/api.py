from rest_framework import generics

from .filters import PostFilter
from .models import Post
from .serializers import PostSerializer


class PostList(generics.ListCreateAPIView):
    queryset = Post.objects.all()
    serializer_class = PostSerializer
    filterset_class = PostFilter
    search_fields = ("title", "body")
    ordering_fields = ("title", "created_at", "updated_at")
    ordering = ("-created_at", "-id")


class PostDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Post.objects.all()
    serializer_class = PostSerializer
    # One object is found by its key, not by a filter.
    filter_backends = ()
