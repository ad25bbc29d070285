import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")


def address(pk):
    return reverse("v1:book-detail", args=(pk,))


def test_who_creates_one_owns_it(member, user):
    response = member.post(LIST, valid(owner=0))
    assert response.status_code == status.HTTP_201_CREATED
    assert response.json()["owner"] == user.pk


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_only_its_owner_changes_one(member, method):
    book = make()
    response = getattr(member, method)(address(book.pk), valid())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    book.refresh_from_db()


def test_a_change_leaves_the_owner(member, user):
    book = make(owner=user)
    change = {"owner": 0}
    response = member.patch(address(book.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert response.json()["owner"] == user.pk
