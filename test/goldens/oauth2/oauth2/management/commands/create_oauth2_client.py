from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from oauth2_provider.models import get_application_model

CALLBACK = "http://127.0.0.1:8080/callback"

FOR_ITS_USERS = """\
In its program, with the package requests-oauthlib:

    OAuth2Session(client_id, redirect_uri={redirect_uri!r}, pkce="S256",
                  scope=["read", "write"])

It sends the user to /o/authorize/ and then gets a token from /o/token/."""

FOR_ITSELF = """\
It gets a token by its secret alone, and acts for {user}:

    curl --user CLIENT_ID:CLIENT_SECRET --data grant_type=client_credentials \\
         --data "scope=read write" http://localhost:8000/o/token/"""


class Command(BaseCommand):
    help = "Register an OAuth 2.0 client, and tell how it gets in."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", default="Development client")
        parser.add_argument(
            "--redirect-uri",
            default=CALLBACK,
            help=f"where the user returns to; {CALLBACK} by default",
        )
        parser.add_argument(
            "--public",
            action="store_true",
            help="for a client that can keep no secret, in a browser or on a phone",
        )
        parser.add_argument(
            "--user",
            metavar="USERNAME",
            help="for a client without a person before it: it acts for this user",
        )
        parser.add_argument("--client-id", help="an id of your own choice")

    def handle(self, **options):
        Application = get_application_model()
        client = Application(name=options["name"])
        if options["client_id"]:
            client.client_id = options["client_id"]
        client.client_type = (
            Application.CLIENT_PUBLIC
            if options["public"]
            else Application.CLIENT_CONFIDENTIAL
        )
        if options["user"]:
            client.authorization_grant_type = Application.GRANT_CLIENT_CREDENTIALS
            client.user = find_user(options["user"])
        else:
            client.authorization_grant_type = Application.GRANT_AUTHORIZATION_CODE
            client.redirect_uris = options["redirect_uri"]
        try:
            client.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        secret = client.client_secret
        client.save()  # From here on only a hash of the secret is known.

        self.stdout.write(f"client id      {client.client_id}")
        if not options["public"]:
            self.stdout.write(f"client secret  {secret}")
            self.stdout.write("The secret is not shown again.")
        self.stdout.write()
        how = FOR_ITSELF if options["user"] else FOR_ITS_USERS
        self.stdout.write(
            how.format(user=client.user, redirect_uri=client.redirect_uris)
        )


def find_user(username):
    try:
        return get_user_model().objects.get_by_natural_key(username)
    except get_user_model().DoesNotExist as error:
        raise CommandError(f"There is no user {username}.") from error
