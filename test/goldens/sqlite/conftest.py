"""Fixtures for the tests of every app."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts import reset_mail

PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def _settings_for_tests(settings):
    # Tests need no collectstatic, whose manifest the real storage reads.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.WHITENOISE_AUTOREFRESH = True
    # Passwords of tests need no protection, and hashing them well takes long.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # The counts of the throttles are in the cache.
    cache.clear()


@pytest.fixture(autouse=True)
def _mail_at_once(monkeypatch):
    # Another thread would not see what a test has stored.
    monkeypatch.setattr(reset_mail, "send_later", reset_mail.send)


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create_user("ada", password=PASSWORD)


@pytest.fixture
def anonymous():
    """A client of the API that nobody has logged in."""
    return APIClient()


@pytest.fixture
def member(user):
    """A client of the API with a logged-in user."""
    client = APIClient()
    client.force_login(user)
    return client


@pytest.fixture
def reader(anonymous):
    """A client of the API that may read: anybody's."""
    return anonymous


@pytest.fixture
def writer(member):
    """A client of the API that may write: any member's."""
    return member


@pytest.fixture
def visitor(client):
    """A browser that may see the pages: anybody's."""
    return client


@pytest.fixture
def count_queries():
    """Give what counts the queries of a block: the length of its result."""
    return lambda: CaptureQueriesContext(connection)
