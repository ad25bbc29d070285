import pytest
from django.urls import reverse
from rest_framework import status

from oauth2.tests import flow

from .. import models
from .factories import make, valid

LIST = reverse("v1:book-list")
ROWS = models.Book.objects


def address(pk):
    return reverse("v1:book-detail", args=(pk,))


@pytest.fixture
def bearer(anonymous, admin_user):
    """Give a client of the API with a token of the superuser."""

    def client_with(scope):
        token = flow.give_token(admin_user, flow.register(), scope)
        anonymous.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
        return anonymous

    return client_with


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_token_to_read_changes_nothing(bearer, method):
    book = make()
    client = bearer("read")
    response = getattr(client, method)(address(book.pk), valid())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert 'scope="write"' in response.headers["WWW-Authenticate"]
    book.refresh_from_db()


def test_a_token_to_read_creates_nothing(bearer):
    data = valid()
    before = ROWS.count()
    response = bearer("read").post(LIST, data)
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert ROWS.count() == before


def test_a_token_to_read_reads(bearer):
    book = make()
    client = bearer("read")
    assert client.get(LIST).status_code == status.HTTP_200_OK
    response = client.get(address(book.pk))
    assert response.status_code == status.HTTP_200_OK


def test_a_token_to_write_creates(bearer):
    response = bearer("read write").post(LIST, valid())
    assert response.status_code == status.HTTP_201_CREATED
