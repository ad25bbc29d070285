import pytest
from django.core.cache import cache
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def _isolated(db, settings):
    """Isolate each test from the running site."""
    # Tests run without collectstatic; client.login() has no request for axes.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.AXES_ENABLED = False
    # Reset the throttles.
    cache.clear()


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create_user("ada", password="correct horse")


@pytest.fixture
def api_client():
    """An API client that is not logged in."""
    return APIClient()


@pytest.fixture
def member(user):
    """An API client that is logged in."""
    client = APIClient()
    client.force_login(user)
    return client
