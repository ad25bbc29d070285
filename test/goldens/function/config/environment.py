"""What the settings read from environment variables."""

import os
from pathlib import Path

import environ
from django.core.checks.security import base as security
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
# Variables that are already set win over the file, and it need not exist.
env.read_env(Path(__file__).resolve().parent.parent / ".env")

DEVELOPMENT = "development"
PRODUCTION = "production"


def choice(name, choices, default):
    """Return the variable's value, which must be one of the choices."""
    value = os.environ.get(name, default)
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to one of: {', '.join(choices)}."
        )
    return value


def required(name, hint):
    """Return the variable's value; without one, refuse and say how to make it."""
    # Not env.str(), which takes a value that begins with $ for another variable.
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


def secret_key(name):
    """Return the variable's value, which must be hard to guess."""
    hint = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    key = required(name, hint)
    # The measure of Django's own deployment check, security.W009.
    if (
        len(key) < security.SECRET_KEY_MIN_LENGTH
        or len(set(key)) < security.SECRET_KEY_MIN_UNIQUE_CHARACTERS
        or key.startswith(security.SECRET_KEY_INSECURE_PREFIX)
    ):
        raise ImproperlyConfigured(f"{name} is easy to guess. {hint}")
    return key
