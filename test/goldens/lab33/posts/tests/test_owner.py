import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:post-list")
DETAIL = "v1:post-detail"


@pytest.fixture
def other(django_user_model):
    """Whom a request names as the owner, and who is not asked."""
    return django_user_model.objects.create_user("grace")


def test_who_creates_one_owns_it(writer, user, other):
    data = valid(author=other.pk)
    response = writer.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert response.json()["author"] == user.pk


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_change_leaves_the_owner(writer, user, other, method):
    post = make(author=user)
    address = reverse(DETAIL, args=(post.pk,))
    change = valid(author=other.pk)
    response = getattr(writer, method)(address, change)
    assert response.status_code == status.HTTP_200_OK
    assert response.json()["author"] == user.pk
    post.refresh_from_db()
    assert post.author == user
