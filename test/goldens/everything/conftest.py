import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from config.celery import app


@pytest.fixture(autouse=True)
def _isolated(db, settings, tmp_path):
    """Give each test a database, and nothing that the running site uses."""
    # Tests run without collectstatic, and client.login() without a lock.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.AXES_ENABLED = False
    # No worker and no cache that the running site uses too.
    app.conf.task_always_eager = True
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    settings.MEDIA_ROOT = tmp_path
    # It holds the counts of the throttles.
    cache.clear()


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create_user("ada", password="correct horse")


@pytest.fixture
def api_client():
    """A client of the API that is not logged in."""
    return APIClient()


@pytest.fixture
def member(user):
    """A client of the API where the user is logged in."""
    client = APIClient()
    client.force_login(user)
    return client
