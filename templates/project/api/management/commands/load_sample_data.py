from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Load the sample data of every app, once: not where there is data already."

    def handle(self, **options):
        if settings.IN_PRODUCTION:
            raise CommandError("Sample data is for development only.")
        for app in apps.get_app_configs():
            fixture = Path(app.path) / "fixtures" / "sample.json"
            if not fixture.exists():
                continue
            if any(model.objects.exists() for model in app.get_models()):
                self.stdout.write(f"{app.label}: there is data already.")
                continue
            call_command("loaddata", fixture, verbosity=0)
            self.stdout.write(self.style.SUCCESS(f"{app.label}: sample data loaded."))
