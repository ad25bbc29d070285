import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:post-list")


def address(pk):
    return reverse("v1:post-detail", args=(pk,))


def test_who_creates_one_owns_it(member, user):
    response = member.post(LIST, valid(author=0))
    assert response.status_code == status.HTTP_201_CREATED
    assert response.json()["author"] == user.pk


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_only_its_owner_changes_one(member, method):
    post = make()
    response = getattr(member, method)(address(post.pk), valid())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    post.refresh_from_db()


def test_a_change_leaves_the_owner(member, user):
    post = make(author=user)
    change = {"author": 0}
    response = member.patch(address(post.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert response.json()["author"] == user.pk
