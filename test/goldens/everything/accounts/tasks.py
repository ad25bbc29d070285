from celery import shared_task
from django.contrib.auth.forms import PasswordResetForm
from django.core.management import call_command


@shared_task
def clean_up():
    """Delete expired data."""
    call_command("clearsessions")
    call_command("cleartokens")


@shared_task
def send_reset_mail(email, domain, use_https):
    form = PasswordResetForm({"email": email})
    if form.is_valid():
        form.save(domain_override=domain, use_https=use_https)
