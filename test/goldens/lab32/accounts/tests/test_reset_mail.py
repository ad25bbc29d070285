from threading import Event

import pytest
from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import EmailMessage
from django.urls import reverse
from rest_framework import status

from accounts import reset_mail

# The thread has a connection of its own, and sees what is stored for good.
pytestmark = pytest.mark.django_db(transaction=True)

SEND_LATER = reset_mail.send_later
KNOWN, UNKNOWN = "ada@example.com", "nobody@example.com"


@pytest.fixture(autouse=True)
def _a_thread_sends(monkeypatch, user):
    monkeypatch.setattr(reset_mail, "send_later", SEND_LATER)
    user.email = KNOWN
    user.save()
    yield
    wait()


def wait():
    """Wait until the thread has done what it was given."""
    reset_mail.thread.submit(int).result(timeout=10)


def ask(client, email):
    response = client.post(reverse("password_reset"), {"email": email})
    assert response.status_code == status.HTTP_302_FOUND
    assert response["Location"] == reverse("password_reset_done")


def test_the_page_answers_before_the_mail_server(client, monkeypatch):
    answers, sent = Event(), Event()

    def send(_message):
        answers.wait(timeout=10)
        sent.set()

    monkeypatch.setattr(EmailMessage, "send", send)
    for email in (KNOWN, UNKNOWN):
        ask(client, email)
    assert not sent.is_set()
    answers.set()
    wait()
    assert sent.is_set()


def test_the_page_does_the_same_for_an_address_that_nobody_has(
    client, count_queries, monkeypatch
):
    monkeypatch.setattr(reset_mail, "work", lambda *_: None)
    asked = []
    for email in (KNOWN, UNKNOWN):
        with count_queries() as queries:
            ask(client, email)
        asked.append([query["sql"].split(" WHERE ")[0] for query in queries])
    assert len(asked[0]) == len(asked[1])
    assert not any("accounts_user" in query for query in asked[0] + asked[1])


def test_the_thread_sends_the_mail(client, mailoutbox):
    ask(client, KNOWN)
    ask(client, UNKNOWN)
    wait()
    assert [message.to for message in mailoutbox] == [[KNOWN]]
    assert "http://testserver/accounts/reset/" in mailoutbox[0].body


@pytest.mark.parametrize("lost", [(EmailMessage, "send"), (PasswordResetForm, "save")])
def test_a_mail_that_is_lost_is_logged(client, monkeypatch, caplog, mailoutbox, lost):
    def fail(*_args, **_options):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(*lost, fail)
        ask(client, KNOWN)
        wait()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "ConnectionRefusedError" in caplog.text
    # And the next one is sent.
    ask(client, KNOWN)
    wait()
    assert len(mailoutbox) == 1
