from django.urls import path

from .tokens import TokenView

urlpatterns = [
    path("", TokenView.as_view(), name="token"),
]
