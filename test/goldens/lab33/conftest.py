import pytest
from django.core.cache import cache
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def _isolated(db, settings):
    """Give each test a database, and nothing that the running site uses."""
    # Tests run without collectstatic, and client.login() without a lock.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.AXES_ENABLED = False
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
