"""Make the database of a project with its sample data, log a superuser in, and print the headers of what he sends, a line each."""

import os
import sys
from importlib import import_module

sys.path.insert(0, os.getcwd())

import django

django.setup()

from django.apps import apps
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.core.management import call_command

call_command("migrate", verbosity=0, stdout=sys.stderr)
# The sample data has rows of these users, whom `prepare_development` creates.
for username in ("ada", "grace", "margaret", "alan"):
    get_user_model().objects.create_user(username)
call_command("loaddata", "sample", verbosity=0, stdout=sys.stderr)
user = get_user_model().objects.create_superuser("contract")
if apps.is_installed("rest_framework_simplejwt.token_blacklist"):
    from rest_framework_simplejwt.tokens import AccessToken

    print(f"Authorization: Bearer {AccessToken.for_user(user)}")
    sys.exit()
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
token = "a" * 32
print(f"Cookie: sessionid={session.session_key}; csrftoken={token}")
print(f"X-CSRFToken: {token}")
