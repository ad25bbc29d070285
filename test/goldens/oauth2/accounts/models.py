from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class User(AbstractUser):
    """
    The project's own user.

    It adds nothing yet. A project that starts with its own user may add fields
    later; one that starts with Django's cannot change over easily.
    """

    # Whether the next save takes the password away.
    _loses_password = False

    def set_password(self, raw_password):
        if raw_password is None:
            self.set_unusable_password()
        else:
            super().set_password(raw_password)

    def set_unusable_password(self):
        super().set_unusable_password()
        self._loses_password = True

    def save(self, **kwargs):
        # Django keeps a new password here until it is stored.
        is_new = self._password is not None or self._loses_password
        super().save(**kwargs)
        self._loses_password = False
        if is_new:
            # Who got in by the old one is out, as in a browser.
            self.end_tokens()

    def end_tokens(self):
        self.oauth2_provider_grant.all().delete()
        self.oauth2_provider_accesstoken.all().delete()
        self.oauth2_provider_refreshtoken.all().delete()


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
