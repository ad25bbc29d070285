from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """
    The project's own user.

    It adds nothing yet. A project that starts with its own user may add fields
    later; one that starts with Django's cannot change over easily.
    """
