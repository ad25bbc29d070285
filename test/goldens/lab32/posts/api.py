from rest_framework import generics

from .filters import PostFilter
from .models import Post
from .permissions import IsOwnerOrReadOnly
from .serializers import PostSerializer


class PostList(generics.ListCreateAPIView):
    queryset = Post.objects.all()
    serializer_class = PostSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    filterset_class = PostFilter
    search_fields = ("title", "body")
    ordering_fields = ("title", "created_at", "updated_at")
    ordering = ("-created_at", "-id")

    def perform_create(self, serializer):
        serializer.save(author=self.request.user)


class PostDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Post.objects.all()
    serializer_class = PostSerializer
    permission_classes = (IsOwnerOrReadOnly,)
    # One object is found by its key, not by a filter.
    filter_backends = ()
