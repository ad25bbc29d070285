import os
from datetime import UTC, datetime

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.loader import InconsistentMigrationHistory, MigrationLoader

from accounts.models import User


class Command(BaseCommand):
    help = "Migrate; the first time, create a superuser and load the sample data."

    def handle(self, **options):
        os.environ.setdefault("DJANGO_SUPERUSER_USERNAME", "admin")
        os.environ.setdefault("DJANGO_SUPERUSER_EMAIL", "admin@example.com")
        password = os.environ.setdefault("DJANGO_SUPERUSER_PASSWORD", "admin")
        try:
            call_command("migrate", interactive=False, verbosity=options["verbosity"])
            state = MigrationLoader(connection).graph.make_state()
            for model in state.apps.get_models():
                model._default_manager.first()  # Another project's tables differ.
            made = datetime.fromtimestamp(os.path.getmtime(__file__), tz=UTC)
            user = User.objects.filter(is_superuser=True, date_joined__lt=made).first()
            if user and not user.check_password(password):
                raise DatabaseError(f"{user}'s password is not the one of .env")
        except (DatabaseError, InconsistentMigrationHistory) as exc:
            raise CommandError(str(exc).splitlines()[0], returncode=3) from exc
        if User.objects.exists():
            return
        call_command("createsuperuser", interactive=False)
        try:
            # The users that the sample data refers to; they cannot log in.
            for username in ("ada", "grace", "margaret", "alan"):
                User.objects.get_or_create(**{User.USERNAME_FIELD: username})
            call_command("loaddata", "sample")
        except Exception as exc:  # The site must start in any case.
            self.stderr.write(f"The sample data was not loaded, see README.md: {exc}")
