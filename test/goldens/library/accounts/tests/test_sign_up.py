import pytest
from django.urls import reverse
from rest_framework import status

from accounts import attempts

pytestmark = pytest.mark.django_db

SIGN_UP = reverse("sign_up")
GRACE = {
    "username": "grace",
    "email": "grace@example.com",
    "password1": "a long way home",
    "password2": "a long way home",
}


def test_who_signs_up_is_logged_in(client, django_user_model):
    response = client.post(SIGN_UP, GRACE, follow=True)
    assert response.context["user"] == django_user_model.objects.get(username="grace")


@pytest.mark.parametrize("field", ["is_staff", "is_superuser", "user_permissions"])
def test_nobody_gives_themselves_rights(client, django_user_model, field):
    client.post(SIGN_UP, {**GRACE, field: "1"})
    grace = django_user_model.objects.get(username="grace")
    assert not grace.is_staff
    assert not grace.is_superuser
    assert not grace.user_permissions.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "ADA"),
        ("username", ""),
        ("username", "nul\x00"),
        ("email", "nowhere"),
        ("password2", "another way home"),
    ],
)
def test_a_mistake_is_named(client, user, django_user_model, field, value):
    response = client.post(SIGN_UP, {**GRACE, field: value})
    assert list(response.context["form"].errors) == [field]
    assert django_user_model.objects.get() == user


def test_nobody_learns_whose_address_it_is(client, user):
    user.email = GRACE["email"]
    user.save()
    assert client.post(SIGN_UP, GRACE).status_code == status.HTTP_302_FOUND


def test_a_weak_password_is_refused(client):
    response = client.post(SIGN_UP, {**GRACE, "password1": "1234", "password2": "1234"})
    assert response.context["form"].errors["password2"]


def test_nobody_tries_hundreds_of_names(client, monkeypatch):
    monkeypatch.setattr(attempts, "MOST_BY_ADDRESS", 1)
    client.post(SIGN_UP, {})
    response = client.post(SIGN_UP, GRACE)
    assert response.status_code == status.HTTP_429_TOO_MANY_REQUESTS
