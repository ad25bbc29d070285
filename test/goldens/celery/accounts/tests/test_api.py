import pytest
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db

ME = reverse("v1:me")


def test_members_see_themselves(member, user):
    assert member.get(ME).json() == {
        "id": user.pk,
        "username": user.username,
        "first_name": "",
        "last_name": "",
        "email": "",
    }


def test_nobody_sees_nobody(anonymous):
    assert anonymous.get(ME).status_code == status.HTTP_401_UNAUTHORIZED


def test_members_change_their_names_and_mail(member, user):
    changes = {"first_name": "Ada", "last_name": "King", "email": "ada@example.com"}
    assert changes.items() <= member.patch(ME, changes).json().items()
    user.refresh_from_db()
    assert (user.get_full_name(), user.email) == ("Ada King", "ada@example.com")


@pytest.mark.parametrize(
    "field", ["is_staff", "is_superuser", "is_active", "username", "password", "id"]
)
def test_members_change_nothing_else(member, user, field):
    before = getattr(user, field)
    assert member.patch(ME, {field: "1"}).status_code == status.HTTP_200_OK
    user.refresh_from_db()
    assert getattr(user, field) == before


@pytest.mark.parametrize("method", ["put", "post", "delete"])
def test_there_is_no_other_way(member, method):
    response = getattr(member, method)(ME, {})
    assert response.status_code == status.HTTP_405_METHOD_NOT_ALLOWED
