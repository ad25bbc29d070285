from django.urls import path

from . import api

urlpatterns = [
    path(
        "",
        api.book_list,
        name="book-list",
    ),
    path(
        "<int:pk>/",
        api.book_detail,
        name="book-detail",
    ),
]
