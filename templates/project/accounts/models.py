from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """The user of this project. Add fields here when you need them."""
