from django.urls import reverse


def test_lockout(client, user, settings):
    settings.AXES_ENABLED = True
    url = reverse("admin:login")
    data = {"username": user.get_username(), "password": "wrong"}
    statuses = [client.post(url, data).status_code for _ in range(10)]
    assert statuses == [200] * 9 + [429]
    data["password"] = "correct horse"
    assert client.post(url, data).status_code == 429
    # From another address, the user still gets in: this page is for staff alone.
    assert client.post(url, data, REMOTE_ADDR="203.0.113.5").status_code == 200


def test_me(member, user):
    assert member.get(reverse("me")).json()["id"] == user.pk
