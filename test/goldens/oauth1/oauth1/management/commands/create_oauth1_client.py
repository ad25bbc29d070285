from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from oauth1.models import Client

CALLBACK = "http://127.0.0.1:8080/callback"

HOW = """\

In its program, with the package requests-oauthlib:

    session = OAuth1Session(client_key, client_secret, callback_uri={callback!r})
    session.fetch_request_token("http://localhost:8000/oauth1/request-token/")
    session.authorization_url("http://localhost:8000/oauth1/authorize/")

The user opens that address and returns with a verifier, for
http://localhost:8000/oauth1/access-token/."""


class Command(BaseCommand):
    help = "Register an OAuth 1.0a client, and tell how it gets in."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", default="Development client")
        parser.add_argument(
            "--callback",
            default=CALLBACK,
            help=f"where the user returns to; {CALLBACK} by default",
        )
        parser.add_argument(
            "--rsa-public-key",
            metavar="FILE",
            type=Path,
            help="a key in PEM, for a client that signs with RSA-SHA1",
        )

    def handle(self, **options):
        client = Client(name=options["name"], callback=options["callback"])
        if options["rsa_public_key"]:
            client.rsa_public_key = options["rsa_public_key"].read_text()
            client.client_secret = ""
        try:
            client.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        client.save()
        self.stdout.write(f"client key     {client.client_id}")
        if client.client_secret:
            self.stdout.write(f"client secret  {client.client_secret}")
        self.stdout.write(HOW.format(callback=client.callback))
