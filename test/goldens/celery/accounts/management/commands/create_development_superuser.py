import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Create the superuser of DJANGO_SUPERUSER_*, unless there is one already."

    def handle(self, **options):
        if settings.IN_PRODUCTION:
            raise CommandError("For development only. Use: manage.py createsuperuser")
        User = get_user_model()
        if User.objects.filter(is_superuser=True).exists():
            self.stdout.write("There is a superuser already.")
            return
        username = os.environ.get("DJANGO_SUPERUSER_USERNAME") or "admin"
        email = os.environ.get("DJANGO_SUPERUSER_EMAIL", "")
        password = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        shown = "the password in .env"
        if not password:
            password = secrets.token_urlsafe(12)
            shown = f"the password {password}"
        User.objects.create_superuser(username, email, password)
        self.stdout.write(
            self.style.SUCCESS(f"Log in at /admin/ as {username} with {shown}")
        )
