from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Custom user model; add fields here."""
