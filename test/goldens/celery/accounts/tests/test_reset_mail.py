import pytest
from celery.exceptions import Retry
from django.urls import reverse

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
