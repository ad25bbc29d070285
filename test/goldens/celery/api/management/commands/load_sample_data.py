from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError


class Command(BaseCommand):
    help = "Load the sample data of every app, once: not where there is data already."

    def handle(self, **options):
        if settings.IN_PRODUCTION:
            raise CommandError("Sample data is for development only.")
        fixtures = {}
        for app in apps.get_app_configs():
            fixture = Path(app.path) / "fixtures" / "sample.json"
            if not fixture.exists():
                continue
            if any(model.objects.exists() for model in app.get_models()):
                self.stdout.write(f"{app.label}: there is data already.")
                continue
            fixtures[app.label] = fixture
        if fixtures:
            self.load(fixtures)

    def load(self, fixtures):
        names = ", ".join(fixtures)
        try:
            # Together, for their rows may point at each other.
            call_command("loaddata", *fixtures.values(), verbosity=0)
        except (DeserializationError, IntegrityError) as exc:
            # They point at sample data of other apps that is no longer there.
            self.stderr.write(f"{names}: not loaded. {exc}")
        else:
            self.stdout.write(self.style.SUCCESS(f"{names}: sample data loaded."))
