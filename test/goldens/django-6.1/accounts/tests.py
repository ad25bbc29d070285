import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["login", "password_reset", "sign_up"])
def test_pages(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_sign_up(client, django_user_model):
    data = {
        django_user_model.USERNAME_FIELD: "grace@example.com",
        "password1": "correct horse",
        "password2": "correct horse",
    }
    assert client.post(reverse("sign_up"), data).status_code == 302
    user = django_user_model.objects.get()
    assert client.session["_auth_user_id"] == str(user.pk)


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
