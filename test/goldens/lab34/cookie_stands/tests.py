from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from .models import CookieStand
from .serializers import CookieStandSerializer

LIST = reverse("cookie_stand-list")
numbers = count(1)


def make_user():
    users = get_user_model().objects
    return users.create_user(f"user{users.count()}")


def valid():
    """Return valid data, different each time."""
    number = next(numbers)
    return {
        "location": f"Location {number:04}",
        "description": f"Description {number:04}",
        "hourly_sales": number,
        "minimum_customers_per_hour": number,
        "maximum_customers_per_hour": number,
        "average_cookies_per_sale": number + 0.5,
    }


def make(data=None):
    serializer = CookieStandSerializer(data=data or valid())
    serializer.is_valid(raise_exception=True)
    return serializer.save(owner=make_user())


def detail(cookie_stand):
    return reverse("cookie_stand-detail", args=(cookie_stand.pk,))


def ids(response):
    return [row["id"] for row in response.json()["results"]]


def test_list_and_retrieve(member):
    data = valid()
    cookie_stand = make(data)
    assert cookie_stand.pk in ids(member.get(LIST))
    assert data.items() <= member.get(detail(cookie_stand)).json().items()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_write_requires_login(api_client, method):
    url = LIST if method == "post" else detail(make())
    assert getattr(api_client, method)(url).status_code == 401


def test_create_update_delete(member, user):
    created = member.post(LIST, valid())
    assert created.status_code == 201
    cookie_stand = CookieStand.objects.get(pk=created.json()["id"])
    assert cookie_stand.owner == user
    data = valid()
    changed = member.put(detail(cookie_stand), data).json()
    assert data.items() <= changed.items()
    assert member.delete(detail(cookie_stand)).status_code == 204
    assert not CookieStand.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_write_requires_owner(member, method):
    assert getattr(member, method)(detail(make())).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("location", ""),
        ("location", "x" * 256),
    ],
)
def test_invalid(member, field, value):
    response = member.post(LIST, {**valid(), field: value})
    assert list(response.json()) == [field]


def test_search_filter_and_ordering(member):
    make()
    data = valid()
    cookie_stand = make(data)
    query = {"search": data["location"]}
    assert ids(member.get(LIST, query)) == [cookie_stand.pk]
    query = {"location": data["location"]}
    assert ids(member.get(LIST, query)) == [cookie_stand.pk]
    query = {"ordering": "-location"}
    assert ids(member.get(LIST, query))[0] == cookie_stand.pk


def test_list_queries(member, django_assert_max_num_queries):
    for _ in range(10):
        make()
    with django_assert_max_num_queries(4):
        member.get(LIST)
