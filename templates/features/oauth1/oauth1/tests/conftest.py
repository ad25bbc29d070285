import pytest
from django.test import Client

from . import flow


@pytest.fixture
def client():
    """A program without a session. No token against forgery is asked of it."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def browser(user):
    """The browser of a user who has logged in."""
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def registered(db):
    """A client with a secret."""
    return flow.register()
