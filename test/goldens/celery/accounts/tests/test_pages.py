import re

import pytest
from django.urls import reverse
from rest_framework import status

from accounts import attempts
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

NEW = "a long way home"


def test_a_wrong_password_and_an_unknown_name_are_told_in_the_same_words(client, user):
    told = [
        client.post(reverse("login"), {"username": name, "password": "wrong"})
        .context["form"]
        .non_field_errors()
        for name in (user.username, "nobody")
    ]
    assert told[0] == told[1]
    assert told[0]


def test_who_has_tried_too_often_is_told_how_long_to_wait(client, monkeypatch):
    monkeypatch.setattr(attempts, "MOST_BY_NAME", 1)
    data = {"username": "nobody", "password": "wrong"}
    client.post(reverse("login"), data)
    response = client.post(reverse("login"), data)
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
    assert "Try again in 15 minutes." in response.content.decode()


def test_log_in_leads_to_no_other_site(client, user):
    data = {"username": user.username, "password": PASSWORD}
    response = client.post(reverse("login"), {**data, "next": "https://evil.example/"})
    assert response["Location"] == "/"


def test_a_link_alone_logs_nobody_out(client, user):
    client.force_login(user)
    response = client.get(reverse("logout"))
    assert response.status_code == status.HTTP_405_METHOD_NOT_ALLOWED


def test_members_change_their_password(client, user):
    client.force_login(user)
    data = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    response = client.post(reverse("password_change"), data, follow=True)
    assert "Your password is changed" in response.content.decode()
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_mail_lets_choose_a_new_password(client, user, mailoutbox):
    user.email = "ada@example.com"
    user.save()
    data = {"email": user.email}
    response = client.post(reverse("password_reset"), data, follow=True)
    assert "Look into your mail" in response.content.decode()
    link = re.search(r"http://testserver(/\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0]
    data = {"new_password1": NEW, "new_password2": NEW}
    assert client.post(address, data)["Location"] == reverse("login")
    user.refresh_from_db()
    assert user.check_password(NEW)
    # It is good for one use.
    assert "not valid" in client.get(link, follow=True).content.decode()


def test_nobody_learns_who_has_an_account(client, user, mailoutbox):
    user.email = "ada@example.com"
    user.save()
    answers = [
        client.post(reverse("password_reset"), {"email": email}, follow=True)
        for email in (user.email, "nobody@example.com")
    ]
    assert len(mailoutbox) == 1
    assert [answer.redirect_chain for answer in answers] == [
        [(reverse("password_reset_done"), status.HTTP_302_FOUND)]
    ] * 2


def test_nobody_is_sent_hundreds_of_mails(client, user, mailoutbox, monkeypatch):
    monkeypatch.setattr(attempts, "MOST_BY_NAME", 1)
    user.email = "ada@example.com"
    user.save()
    client.post(reverse("password_reset"), {"email": user.email})
    response = client.post(reverse("password_reset"), {"email": user.email.upper()})
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
    assert len(mailoutbox) == 1
