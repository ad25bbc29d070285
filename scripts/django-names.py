"""Print src/resource/model/django-names.json: the names and limits that the project's packages take.

Run it with Python 3.11 or newer and all packages of locks/. What it prints depends on
neither the machine nor the version of Python; a test runs it and compares.
"""

import builtins
import importlib.metadata
import json
import keyword
import sys

import django
from django.conf import settings

# What the newest Python that projects run on has, and what the oldest has no more.
ADDED = {"annotationlib", "compression"}
REMOVED = set(
    "aifc asynchat asyncore audioop cgi cgitb chunk crypt distutils imghdr imp lib2to3 "
    "mailcap msilib nis nntplib ossaudiodev pipes smtpd sndhdr spwd sunau telnetlib uu "
    "xdrlib".split()
)

# What models have from Django 6 on, which projects can be written for too.
LATER = {"NotUpdated"}

# What a virtual environment brings of itself.
TOOLS = {"pip", "pkg_resources", "setuptools"}

settings.configure(
    SECRET_KEY="not a secret: nothing is signed",
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django.contrib.staticfiles",
        "axes",
        "corsheaders",
        "django_filters",
        "drf_spectacular",
        "drf_spectacular_sidecar",
        "oauth2_provider",
        "rest_framework",
        "rest_framework.authtoken",
        "rest_framework_simplejwt",
        "rest_framework_simplejwt.token_blacklist",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    USE_TZ=True,
)
django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import models  # noqa: E402
from django.db.backends.base.operations import BaseDatabaseOperations  # noqa: E402


class Probe(models.Model):
    """A model with nothing of its own: what it has, every model has."""

    class Meta:
        """It is in no installed app."""

        app_label = "probe"


def public(names):
    """Sort names, without those that begin with an underscore."""
    return sorted(name for name in set(names) if not name.startswith("_"))


def installed_modules():
    """What the packages of the lock let a program import."""
    names = {
        path.parts[0].removesuffix(".py").split(".")[0]
        for package in importlib.metadata.distributions()
        for path in package.files or []
        if not path.parts[0].endswith((".dist-info", ".pth"))
    }
    return {name for name in names if name.isidentifier()} - TOOLS


def tables():
    """The tables of the installed apps, but for those of the user, whom the project replaces."""
    names = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    return sorted(names | {"django_migrations"})


def field_lengths():
    """The length that Django gives a field without one."""
    classes = {
        "slug": models.SlugField,
        "email": models.EmailField,
        "url": models.URLField,
        "file": models.FileField,
        "image": models.ImageField,
    }
    return {name: cls().max_length for name, cls in classes.items()}


def integer_ranges():
    """From the least to the most that each type holds, as text: some are beyond JSON."""
    return {
        name.removesuffix("Field").lower(): [str(least), str(most)]
        for name, (least, most) in BaseDatabaseOperations.integer_field_ranges.items()
        if not name.endswith("AutoField")
    }


print(
    json.dumps(
        {
            "django": ".".join(map(str, django.VERSION[:2])),
            "keywords": sorted(keyword.kwlist),
            "builtins": [name for name in public(dir(builtins)) if name.islower()],
            "python_modules": public((set(sys.stdlib_module_names) - REMOVED) | ADDED),
            "installed_modules": public(installed_modules()),
            "app_labels": sorted(app.label for app in apps.get_app_configs()),
            "tables": tables(),
            "model_attributes": public({*dir(Probe), *dir(Probe()), "objects", "Meta", *LATER} - {"id"}),
            "user_names": public(
                {*dir(User), *(field.name for field in User._meta.get_fields()), *LATER}
            ),
            "field_lengths": field_lengths(),
            "integer_ranges": integer_ranges(),
        },
        indent=2,
    )
)
