from django.urls import path

from . import api, views

urlpatterns = [
    path("books/", views.BookListView.as_view(), name="book-list"),
    path("books/add/", views.BookCreateView.as_view(), name="book-add"),
    path("books/<int:pk>/", views.BookDetailView.as_view(), name="book-detail"),
    path("books/<int:pk>/edit/", views.BookUpdateView.as_view(), name="book-edit"),
    path("books/<int:pk>/delete/", views.BookDeleteView.as_view(), name="book-delete"),
    path("api/v1/books/", api.BookList.as_view(), name="api-book-list"),
    path("api/v1/books/<int:pk>/", api.BookDetail.as_view(), name="api-book-detail"),
]
