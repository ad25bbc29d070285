"""What the worker does in the background."""

from django.contrib.auth import forms
from django.core.mail import send_mail
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone
from kombu.exceptions import OperationalError

from config.celery import app

from .attempts import PERIOD
from .models import Attempt

# Commands that remove what has expired.
CLEAN_UPS = [
    "clearsessions",
]


@app.task
def clean_up():
    """Remove what nobody needs any more; the scheduler asks for it each night."""
    for command in CLEAN_UPS:
        call_command(command)
    Attempt.objects.filter(at__lt=timezone.now() - PERIOD).delete()


class ResetMailForm(forms.PasswordResetForm):
    """Django's own form; but where no mail can be sent, that is an error here."""

    def send_mail(self, subject, body, context, sender, recipient, **_options):
        lines = render_to_string(subject, context).splitlines()
        send_mail("".join(lines), render_to_string(body, context), sender, [recipient])


# Where the mail server does not answer, it is tried again after 10 seconds, then after
# twice as long, then each minute: the settings know of no longer wait.
@app.task(
    autoretry_for=(OSError,),
    max_retries=7,
    retry_backoff=10,
    retry_backoff_max=60,
    retry_jitter=False,
)
def send_reset_mail(email, **options):
    """Send the link that resets a password to whoever has this address."""
    form = ResetMailForm({"email": email})
    if form.is_valid():
        form.save(**options)


def queue_reset_mail(email, **options):
    """Leave that to the worker."""
    try:
        send_reset_mail.delay(email, **options)
    except OperationalError as exc:
        # Whoever asks is told to try again later, and the log why.
        raise ConnectionError("Redis takes no task.") from exc
