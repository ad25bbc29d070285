"""The pages of the accounts: Django's own views, in the look of the site."""

from django.contrib.auth import views
from django.urls import reverse_lazy

from . import attempts
from .forms import PasswordResetForm


class PasswordChangeView(views.PasswordChangeView):
    template_name = "accounts/form.html"
    title = "Change your password"


class PasswordChangeDoneView(views.PasswordChangeDoneView):
    template_name = "accounts/password_changed.html"
    title = "Your password is changed"


class PasswordResetView(views.PasswordResetView):
    """Send a link by mail; whether anybody has this address is not told."""

    form_class = PasswordResetForm
    template_name = "accounts/reset.html"
    subject_template_name = "accounts/reset_subject.txt"
    email_template_name = "accounts/reset_mail.txt"
    title = "Reset your password"

    def form_valid(self, form):
        attempts.count("reset", self.request, form.cleaned_data["email"].lower())
        return super().form_valid(form)


class PasswordResetDoneView(views.PasswordResetDoneView):
    template_name = "accounts/reset_sent.html"
    title = "Look into your mail"


class PasswordResetConfirmView(views.PasswordResetConfirmView):
    template_name = "accounts/reset_confirm.html"
    title = "Choose a new password"
    success_url = reverse_lazy("login")
