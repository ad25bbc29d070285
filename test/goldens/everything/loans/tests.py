from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from books.tests import make as make_book

from .models import Loan
from .serializers import LoanSerializer

LIST = reverse("api-loan-list")
numbers = count(1)


def make_user():
    users = get_user_model().objects
    return users.create_user(f"user{users.count()}")


def valid():
    """Return valid data, different each time."""
    number = next(numbers)
    return {
        "book": make_book().pk,
        "borrower": make_user().pk,
        "due": f"{1900 + number}-06-15",
        "returned": number % 2 == 0,
        "note": f"Note {number:04}",
    }


def make(data=None):
    serializer = LoanSerializer(data=data or valid())
    serializer.is_valid(raise_exception=True)
    return serializer.save(owner=make_user())


def detail(loan):
    return reverse("api-loan-detail", args=(loan.pk,))


def ids(response):
    return [row["id"] for row in response.json()["results"]]


def test_list_and_retrieve(member):
    data = valid()
    loan = make(data)
    assert loan.pk in ids(member.get(LIST))
    assert data.items() <= member.get(detail(loan)).json().items()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_write_requires_login(api_client, method):
    url = LIST if method == "post" else detail(make())
    assert getattr(api_client, method)(url).status_code == 401


def test_create_update_delete(member, user):
    created = member.post(LIST, valid())
    assert created.status_code == 201
    loan = Loan.objects.get(pk=created.json()["id"])
    assert loan.owner == user
    data = valid()
    changed = member.put(detail(loan), data).json()
    assert data.items() <= changed.items()
    assert member.delete(detail(loan)).status_code == 204
    assert not Loan.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_write_requires_owner(member, method):
    assert getattr(member, method)(detail(make())).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("book", "x"),
        ("borrower", "x"),
    ],
)
def test_invalid(member, field, value):
    response = member.post(LIST, {**valid(), field: value})
    assert list(response.json()) == [field]


def test_search_filter_and_ordering(member):
    make()
    data = valid()
    loan = make(data)
    query = {"search": data["note"]}
    assert ids(member.get(LIST, query)) == [loan.pk]
    query = {"due": data["due"]}
    assert ids(member.get(LIST, query)) == [loan.pk]
    query = {"ordering": "-due"}
    assert ids(member.get(LIST, query))[0] == loan.pk


def test_list_queries(member, django_assert_max_num_queries):
    for _ in range(10):
        make()
    with django_assert_max_num_queries(4):
        member.get(LIST)


def test_pages(client, user):
    add = reverse("loan-add")
    assert client.get(add).url.startswith(reverse("login"))
    client.force_login(user)
    assert client.post(add, valid()).status_code == 302
    loan = Loan.objects.get()
    for url in (reverse("loan-list"), loan.get_absolute_url()):
        assert str(loan) in client.get(url).text
    for name in ("edit", "delete"):
        url = reverse(f"loan-{name}", args=(loan.pk,))
        assert client.get(url).status_code == 200
        assert client.post(url, valid()).status_code == 302
    assert not Loan.objects.exists()


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_pages_require_owner(client, user, name):
    client.force_login(user)
    url = reverse(f"loan-{name}", args=(make().pk,))
    assert client.get(url).status_code == 404
