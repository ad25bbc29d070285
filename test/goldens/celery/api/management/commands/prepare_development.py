from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrate the database, load the sample data and create a superuser."

    def handle(self, **options):
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("load_sample_data")
        call_command("create_development_superuser")
