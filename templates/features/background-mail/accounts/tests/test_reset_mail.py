import pytest
from celery.exceptions import Retry
from django.urls import reverse
from kombu.exceptions import OperationalError
from rest_framework import status

from accounts import tasks

pytestmark = pytest.mark.django_db

OPTIONS = {
    "domain_override": "library.example.org",
    "use_https": True,
    "subject_template_name": "accounts/reset_subject.txt",
    "email_template_name": "accounts/reset_mail.txt",
}


@pytest.fixture(autouse=True)
def _address(user):
    user.email = "ada@example.com"
    user.save()


@pytest.mark.parametrize("email", ["ada@example.com", "nobody@example.com"])
def test_the_page_leaves_everything_but_the_address_to_the_worker(
    client, count_queries, monkeypatch, email
):
    left = []
    monkeypatch.setattr(
        tasks.send_reset_mail, "delay", lambda *args, **_options: left.append(args)
    )
    with count_queries() as queries:
        client.post(reverse("password_reset"), {"email": email})
    assert left == [(email,)]
    assert not any("accounts_user" in query["sql"] for query in queries)


@pytest.mark.parametrize("email", ["ada@example.com", "nobody@example.com"])
def test_while_redis_is_away_the_page_asks_to_try_again_later(
    client, monkeypatch, email
):
    def refuse(*_args, **_options):
        raise OperationalError

    monkeypatch.setattr(tasks.send_reset_mail, "delay", refuse)
    client.raise_request_exception = False
    response = client.post(reverse("password_reset"), {"email": email})
    assert response.status_code == status.HTTP_503_SERVICE_UNAVAILABLE
    assert b"Try again later." in response.content


def test_the_mail_leads_to_the_site_that_was_asked(mailoutbox):
    tasks.send_reset_mail.delay("ada@example.com", **OPTIONS)
    assert [message.to for message in mailoutbox] == [["ada@example.com"]]
    assert "\n" not in mailoutbox[0].subject
    assert "https://library.example.org/accounts/" in mailoutbox[0].body


def test_a_mail_that_cannot_be_sent_is_tried_again(monkeypatch):
    def refuse(*_args):
        raise ConnectionRefusedError

    monkeypatch.setattr(tasks, "send_mail", refuse)
    with pytest.raises(Retry):
        tasks.send_reset_mail.delay("ada@example.com", **OPTIONS)
