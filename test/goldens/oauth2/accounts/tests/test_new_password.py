import pytest
from django.urls import reverse
from rest_framework import status

from api.tests.clients import client_of

pytestmark = pytest.mark.django_db

ME = reverse("v1:me")
NEW = "a long way home"


@pytest.fixture
def program(user):
    """A client that has got in by the first password."""
    client = client_of(user)
    assert client.get(ME).status_code == status.HTTP_200_OK
    return client


def change_as_staff(admin_client, user, **data):
    page = reverse("admin:auth_user_password_change", args=(user.pk,))
    response = admin_client.post(page, data)
    assert response.status_code == status.HTTP_302_FOUND
    user.refresh_from_db()


def test_a_new_password_ends_what_programs_have(admin_client, program, user):
    data = {"usable_password": "true", "password1": NEW, "password2": NEW}
    change_as_staff(admin_client, user, **data)
    assert user.check_password(NEW)
    assert program.get(ME).status_code == status.HTTP_401_UNAUTHORIZED


def test_no_password_any_more_ends_it_as_well(admin_client, program, user):
    data = {"usable_password": "false", "unset-password": "1"}
    change_as_staff(admin_client, user, **data)
    assert not user.has_usable_password()
    assert program.get(ME).status_code == status.HTTP_401_UNAUTHORIZED


def test_a_password_may_be_taken_away_in_another_way(program, user):
    user.set_password(None)
    user.save()
    assert program.get(ME).status_code == status.HTTP_401_UNAUTHORIZED


def test_whoever_has_no_password_keeps_what_staff_gives_later(user):
    user.set_unusable_password()
    user.save()
    program = client_of(user)
    user.first_name = "Ada"
    user.save()
    assert program.get(ME).status_code == status.HTTP_200_OK
