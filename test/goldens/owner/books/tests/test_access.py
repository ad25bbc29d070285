"""Who may do what with books."""

import pytest
from django.urls import reverse
from rest_framework import status

from api.tests.clients import client_of
from api.tests.people import person

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")
DETAIL = "v1:book-detail"


@pytest.mark.parametrize(
    ("who", "read", "create", "change"),
    [
        ("anonymous", 401, 401, 401),
        ("owner", 200, 201, 200),
        ("another member", 200, 201, 403),
        ("staff", 200, 201, 403),
        ("member, row without owner", 200, 201, 403),
        ("staff, row without owner", 200, 201, 200),
    ],
)
def test_who_may_do_what(anonymous, who, read, create, change):
    user = person(who)
    client = anonymous if user is None else client_of(user)
    nobody = {"owner": None}
    owners = {
        "owner": {"owner": user},
        "member, row without owner": nobody,
        "staff, row without owner": nobody,
    }
    book = make(**owners.get(who, {}))
    address = reverse(DETAIL, args=(book.pk,))
    for method in ("get", "head", "options"):
        for url in (LIST, address):
            response = getattr(client, method)(url)
            assert response.status_code == read
    assert client.post(LIST, valid()).status_code == create
    assert client.put(address, valid()).status_code == change
    assert client.patch(address, {}).status_code == change
    # Who may change it may delete it.
    deleted = {status.HTTP_200_OK: status.HTTP_204_NO_CONTENT}.get(change, change)
    assert client.delete(address).status_code == deleted
    if deleted != status.HTTP_204_NO_CONTENT:
        book.refresh_from_db()
