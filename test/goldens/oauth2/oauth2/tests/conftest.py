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
    """A client that asks users for their consent."""
    return flow.register()


@pytest.fixture
def pair(browser, client, registered):
    """Tokens that the client got by a user's consent."""
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    return flow.exchange(client, registered, code).json()
