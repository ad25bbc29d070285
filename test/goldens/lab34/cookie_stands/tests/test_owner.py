import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:cookie_stand-list")
DETAIL = "v1:cookie_stand-detail"


@pytest.fixture
def other(django_user_model):
    """Whom a request names as the owner, and who is not asked."""
    return django_user_model.objects.create_user("grace")


def test_who_creates_one_owns_it(writer, user, other):
    data = valid(owner=other.pk)
    response = writer.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert response.json()["owner"] == user.pk


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_change_leaves_the_owner(writer, user, other, method):
    cookie_stand = make(owner=user)
    address = reverse(DETAIL, args=(cookie_stand.pk,))
    change = valid(owner=other.pk)
    response = getattr(writer, method)(address, change)
    assert response.status_code == status.HTTP_200_OK
    assert response.json()["owner"] == user.pk
    cookie_stand.refresh_from_db()
    assert cookie_stand.owner == user
