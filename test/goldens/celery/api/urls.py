from django.urls import include, path

from accounts.api import MeView

from .views import RootView, StatisticsView

# The namespace is the version: a second one is a second file like this, v2.
app_name = "v1"

urlpatterns = [
    path("", RootView.as_view(), name="root"),
    path("books/", include("books.api_urls")),
    path("me/", MeView.as_view(), name="me"),
    path("statistics/", StatisticsView.as_view(), name="statistics"),
]
