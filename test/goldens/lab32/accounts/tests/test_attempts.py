from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse
from django.utils import timezone
from rest_framework import status

from accounts import attempts
from accounts.models import Attempt
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

NAME = "ada"
TRIES = range(attempts.MOST_BY_NAME)


def log_in(client, page, password, name=NAME, **extra):
    return client.post(page, {"username": name, "password": password}, **extra)


@pytest.fixture(params=["rest_framework:login", "admin:login"])
def page(request):
    return reverse(request.param)


def test_nobody_guesses_a_password_for_long(client, user, page):
    for _ in TRIES:
        assert log_in(client, page, "wrong").status_code == status.HTTP_200_OK
    # Not even the right one is let in now.
    response = log_in(client, page, PASSWORD)
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
    assert "Try again in 15 minutes." in response.content.decode()
    assert int(response["Retry-After"]) in range(800, 901)
    assert "sessionid" not in client.cookies


def told(response):
    form = response.context.get("form")
    return response.status_code, form and form.non_field_errors()


def test_a_name_that_nobody_has_is_answered_the_same(client, user, page):
    answers = [
        [told(log_in(client, page, "wrong", name)) for _ in range(12)]
        for name in (NAME, "nobody")
    ]
    assert answers[0] == answers[1]
    assert answers[0][0][1]


def test_a_name_that_nobody_has_costs_as_much(user, monkeypatch):
    hashed = []
    model = type(user)
    monkeypatch.setattr(model, "set_password", lambda *args: hashed.append("unknown"))
    monkeypatch.setattr(model, "check_password", lambda *args: hashed.append("known"))
    authenticate(username=NAME, password="wrong")
    authenticate(username="nobody", password="wrong")
    assert hashed == ["known", "unknown"]


def test_who_is_refused_need_not_wait_longer_for_it(client, user, page):
    for _ in range(attempts.MOST_BY_NAME + 5):
        log_in(client, page, "wrong")
    Attempt.objects.update(at=timezone.now() - attempts.PERIOD - timedelta(seconds=1))
    response = log_in(client, page, PASSWORD)
    assert response.status_code != status.HTTP_429_TOO_MANY_REQUESTS


def test_the_right_password_forgets_the_wrong_ones(user, rf):
    request = rf.get("/")
    for _ in range(3 * attempts.MOST_BY_NAME // 2):
        authenticate(request, username=NAME, password="wrong")
        assert authenticate(request, username=NAME, password=PASSWORD) == user
    assert Attempt.objects.count() == 3 * attempts.MOST_BY_NAME // 2  # By address.


def test_an_address_tries_no_hundreds_of_names(rf, monkeypatch):
    monkeypatch.setattr(attempts, "MOST_BY_ADDRESS", 3)
    for number in range(3):
        attempts.count("log in", rf.get("/"), f"name {number}")
    with pytest.raises(attempts.TooManyAttempts):
        attempts.count("log in", rf.get("/"), "another name")
    attempts.count("log in", rf.get("/", REMOTE_ADDR="192.0.2.1"), "another name")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("not an address", "neither", False),
    ],
)
def test_who_has_which_address(rf, one, other, same):
    addresses = [
        attempts.address(rf.get("/", REMOTE_ADDR=text)) for text in (one, other)
    ]
    assert (addresses[0] == addresses[1]) is same


def test_a_name_is_not_kept_as_it_is():
    attempts.count("log in", None, "my\x00password")
    assert "password" not in Attempt.objects.get().subject
