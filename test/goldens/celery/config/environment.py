"""What the settings read from environment variables."""

import os
from pathlib import Path

import environ
from django.core.checks.security import base as security
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
# Variables that are already set win over the file, and it need not exist.
ENV_FILE = Path(__file__).resolve().parent.parent / ".env"
if ENV_FILE.exists():
    env.read_env(ENV_FILE)

DEVELOPMENT = "development"
PRODUCTION = "production"

# Words of keys that somebody typed to replace them later.
PLACEHOLDERS = ("change", "example", "insecure", "placeholder", "replace", "secret")


def choice(name, choices, default):
    """Return the variable's value, which must be one of the choices."""
    value = os.environ.get(name, default)
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to one of: {', '.join(choices)}."
        )
    return value


def required(name, hint):
    """
    Return the variable's value; without one, refuse and say how to make it.

    A secret may be in a file, which the variable NAME_FILE names.
    """
    path = os.environ.get(f"{name}_FILE", "")
    if path:
        try:
            value = Path(path).read_text().rstrip("\r\n")
        except OSError as error:
            raise ImproperlyConfigured(
                f"{name}_FILE is {path!r}: {error.strerror}. {hint}"
            ) from error
    else:
        # Not env.str(), which takes a value that begins with $ for another variable.
        value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


def host_names(name, hint):
    """Return the names that the variable lists, with commas between them."""
    names = [host.strip() for host in required(name, hint).split(",") if host.strip()]
    if not names or "*" in names:
        raise ImproperlyConfigured(f"{name} names no host. {hint}")
    return names


def secret_key(name):
    """Return the variable's value, which must be hard to guess."""
    hint = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    key = required(name, hint)
    # The measure of Django's own deployment check, security.W009.
    if (
        len(key) < security.SECRET_KEY_MIN_LENGTH
        or len(set(key)) < security.SECRET_KEY_MIN_UNIQUE_CHARACTERS
        or key.startswith(security.SECRET_KEY_INSECURE_PREFIX)
        or any(word in key.lower() for word in PLACEHOLDERS)
    ):
        raise ImproperlyConfigured(f"{name} is easy to guess. {hint}")
    return key
