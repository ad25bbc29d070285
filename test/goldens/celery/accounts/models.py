from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class User(AbstractUser):
    """
    The project's own user.

    It adds nothing yet. A project that starts with its own user may add fields
    later; one that starts with Django's cannot change over easily.
    """


class Attempt(models.Model):
    """A try to log in, to sign up or to reset a password; see attempts.py."""

    # A digest: who mistakes a field types a password where the name goes.
    subject = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (
            models.Index(fields=("subject", "at"), name="attempt_subject_at"),
            models.Index(fields=("at",), name="attempt_at"),
        )

    def __str__(self):
        return f"{self.subject[:8]} at {self.at}"
