from django.db.models import Q
from django.urls import reverse_lazy
from django.views import generic

from .models import Post


class PostListView(generic.ListView):
    queryset = Post.objects.select_related("author")
    paginate_by = 12

    def get_queryset(self):
        word = self.request.GET.get("q", "").replace("\0", "")[:100]
        queryset = super().get_queryset()
        return queryset.filter(Q(title__icontains=word) | Q(body__icontains=word))


class PostDetailView(generic.DetailView):
    queryset = Post.objects.select_related("author")


class PostCreateView(generic.CreateView):
    model = Post
    fields = (
        "title",
        "body",
    )

    def form_valid(self, form):
        form.instance.author = self.request.user
        return super().form_valid(form)


class PostUpdateView(generic.UpdateView):
    fields = PostCreateView.fields

    def get_queryset(self):
        return Post.objects.filter(author=self.request.user)


class PostDeleteView(generic.DeleteView):
    success_url = reverse_lazy("post-list")

    def get_queryset(self):
        return Post.objects.filter(author=self.request.user)
