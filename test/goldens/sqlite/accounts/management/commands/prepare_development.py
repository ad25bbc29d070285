import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User


class Command(BaseCommand):
    help = "Migrate; the first time, create a superuser and load the sample data."

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError("This command is for development only.")
        os.environ.setdefault("DJANGO_SUPERUSER_USERNAME", "admin")
        os.environ.setdefault("DJANGO_SUPERUSER_EMAIL", "admin@example.com")
        os.environ.setdefault("DJANGO_SUPERUSER_PASSWORD", "admin")
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        if User.objects.exists():
            return
        call_command("createsuperuser", interactive=False)
        try:
            call_command("loaddata", "sample")
        except Exception as exc:  # The site must start in any case.
            self.stderr.write(f"The sample data was not loaded, see README.md: {exc}")
