from django.urls import include, path

from . import views

urlpatterns = [
    path("sign-up/", views.SignUpView.as_view(), name="sign_up"),
    path("", include("django.contrib.auth.urls")),
]
