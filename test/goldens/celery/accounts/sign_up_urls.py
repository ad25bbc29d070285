from django.urls import path

from .sign_up import SignUpView

urlpatterns = [
    path(
        "sign-up/",
        SignUpView.as_view(extra_context={"title": "Sign up"}),
        name="sign_up",
    ),
]
