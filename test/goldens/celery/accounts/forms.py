"""The forms of the accounts that are not Django's own."""

from django.contrib.auth import forms

from . import tasks


class PasswordResetForm(forms.PasswordResetForm):
    """
    Ask for a new password; whom the address belongs to is looked up in the background.

    So nobody waits for the mail server, and the page takes as long for an address that
    nobody has: it does not tell who has an account.
    """

    def save(
        self,
        *,
        request,
        use_https,
        subject_template_name,
        email_template_name,
        **_options,
    ):
        tasks.queue_reset_mail(
            self.cleaned_data["email"],
            domain_override=request.get_host(),
            use_https=use_https,
            subject_template_name=subject_template_name,
            email_template_name=email_template_name,
        )
