from django.urls import path

from . import api

urlpatterns = [
    path(
        "",
        api.BookList.as_view(),
        name="book-list",
    ),
    path(
        "<int:pk>/",
        api.BookDetail.as_view(),
        name="book-detail",
    ),
]
