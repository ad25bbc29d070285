import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

DETAIL = "v1:book-detail"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_only_its_owner_changes_one(member, method):
    book = make()
    address = reverse(DETAIL, args=(book.pk,))
    response = getattr(member, method)(address, valid())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    book.refresh_from_db()
