from django.urls import path

from . import api, views

urlpatterns = [
    path("posts/", views.PostListView.as_view(), name="post-list"),
    path("posts/add/", views.PostCreateView.as_view(), name="post-add"),
    path("posts/<int:pk>/", views.PostDetailView.as_view(), name="post-detail"),
    path("posts/<int:pk>/edit/", views.PostUpdateView.as_view(), name="post-edit"),
    path("posts/<int:pk>/delete/", views.PostDeleteView.as_view(), name="post-delete"),
    path("api/v1/posts/", api.PostList.as_view(), name="api-post-list"),
    path("api/v1/posts/<int:pk>/", api.PostDetail.as_view(), name="api-post-detail"),
]
