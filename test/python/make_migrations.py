"""Run Django's own makemigrations in each project folder that is named on stdin.

Every line of stdin is a folder with apps in it; a folder with a models.py is an app. For
each, one line of JSON goes to stdout: what `check` says, and the text of every migration.
A file named `check` in the folder leaves the migrations out, one named `migrate` makes the
tables too. A child process a folder, for Django holds one set of models a process.
"""

import io
import json
import os
import sys
import traceback
from pathlib import Path

import django
import django.core.management.commands.makemigrations
import django.db.migrations.autodetector
import django.db.backends.sqlite3.base
import django.db.models
import django.forms
import django.template.backends.django
from django.conf import settings
from django.core import checks
from django.core.management import call_command


def told(folder):
    """Set Django up for one folder and say what it makes of it."""
    sys.path.insert(0, str(folder))
    apps = sorted(path.parent.name for path in folder.glob("*/models.py"))
    settings.configure(
        AUTH_USER_MODEL="accounts.User",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.admin",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "django.contrib.sessions",
            *apps,
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        USE_TZ=True,
    )
    django.setup()
    found = [str(one) for one in checks.run_checks(databases=["default"])]
    if (folder / "check").exists():
        return {"checks": found}
    call_command("makemigrations", "accounts", include_header=False, verbosity=0)
    call_command("makemigrations", include_header=False, verbosity=0)
    if (folder / "migrate").exists():
        call_command("migrate", verbosity=0, stdout=io.StringIO())
    return {
        "checks": found,
        "migrations": {
            path.relative_to(folder).as_posix(): path.read_text()
            for app in apps
            if app != "accounts"
            for path in sorted((folder / app / "migrations").glob("0*.py"))
        },
    }


for line in sys.stdin:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            answer = told(Path(line.rstrip("\n")))
        except BaseException:
            answer = {"error": traceback.format_exc()}
        with os.fdopen(writing, "w") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        sys.stdout.write(pipe.read() + "\n")
    sys.stdout.flush()
    os.waitpid(child, 0)
