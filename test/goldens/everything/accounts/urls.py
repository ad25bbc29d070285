from django.contrib.auth.views import PasswordResetView
from django.urls import include, path

from . import views

urlpatterns = [
    path("sign-up/", views.SignUpView.as_view(), name="sign_up"),
    path(
        "password_reset/",
        PasswordResetView.as_view(form_class=views.ResetForm),
        name="password_reset",
    ),
    path("", include("django.contrib.auth.urls")),
]
