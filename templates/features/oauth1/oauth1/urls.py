from django.urls import path

from . import views

app_name = "oauth1"

urlpatterns = [
    path("request-token/", views.request_token, name="request-token"),
    path("authorize/", views.authorize, name="authorize"),
    path("access-token/", views.access_token, name="access-token"),
]
