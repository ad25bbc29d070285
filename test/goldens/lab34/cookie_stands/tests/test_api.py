import pytest
from django.urls import reverse
from rest_framework import status

from cookie_stands import models

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:cookie_stand-list")
ROWS = models.CookieStand.objects


def address(pk):
    return reverse("v1:cookie_stand-detail", args=(pk,))


def ids(response):
    return [shown["id"] for shown in response.json()["results"]]


def test_anyone_lists_them(anonymous):
    data = valid()
    cookie_stand = make(**data)
    response = anonymous.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    shown = {row["id"]: row for row in response.json()["results"]}
    assert data.items() <= shown[cookie_stand.pk].items()


def test_anyone_reads_one(anonymous):
    data = valid()
    cookie_stand = make(**data)
    response = anonymous.get(address(cookie_stand.pk))
    assert response.status_code == status.HTTP_200_OK
    assert {"id": cookie_stand.pk, **data}.items() <= response.json().items()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nobody_changes_one_without_login(anonymous, method):
    cookie_stand = make()
    response = getattr(anonymous, method)(address(cookie_stand.pk), valid())
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    cookie_stand.refresh_from_db()


def test_nobody_creates_one_without_login(anonymous):
    data = valid()
    before = ROWS.count()
    response = anonymous.post(LIST, data)
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    assert ROWS.count() == before


def test_a_member_creates_one(member):
    data = valid()
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert data.items() <= response.json().items()
    assert ROWS.filter(pk=response.json()["id"]).exists()


def test_a_member_replaces_one(member, user):
    cookie_stand = make(owner=user)
    data = valid()
    response = member.put(address(cookie_stand.pk), data)
    assert response.status_code == status.HTTP_200_OK
    assert data.items() <= member.get(address(cookie_stand.pk)).json().items()


def test_a_member_changes_one(member, user):
    cookie_stand = make(owner=user)
    field = "location"
    change = {field: valid()[field]}
    response = member.patch(address(cookie_stand.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert change.items() <= member.get(address(cookie_stand.pk)).json().items()


def test_a_member_deletes_one(member, user):
    cookie_stand = make(owner=user)
    response = member.delete(address(cookie_stand.pk))
    assert response.status_code == status.HTTP_204_NO_CONTENT
    assert not ROWS.filter(pk=cookie_stand.pk).exists()


@pytest.mark.parametrize("field", ["location"])
def test_a_required_field_is_named(member, field):
    data = valid()
    del data[field]
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["description"])
def test_an_optional_field_may_be_missing(member, field):
    data = valid()
    del data[field]
    assert member.post(LIST, data).status_code == status.HTTP_201_CREATED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("location", "x" * 256),
        ("location", "control\x07"),
        ("description", "control\x07"),
        ("hourly_sales", "nul\x00"),
        ("minimum_customers_per_hour", "one"),
        ("minimum_customers_per_hour", -1),
        ("minimum_customers_per_hour", 2147483648),
        ("maximum_customers_per_hour", "one"),
        ("maximum_customers_per_hour", -1),
        ("maximum_customers_per_hour", 2147483648),
        ("average_cookies_per_sale", "one"),
        ("average_cookies_per_sale", "nan"),
        ("average_cookies_per_sale", "1e999"),
        ("location", "nul\x00"),
        ("location", 7),
        ("location", None),
        ("location", ["a list"]),
    ],
)
def test_a_wrong_value_is_refused(member, field, value):
    response = member.post(LIST, valid(**{field: value}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_key_is_not_found(anonymous, pk):
    response = anonymous.get(address(pk))
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["location", "description"])
def test_search_finds_one(anonymous, field):
    data = valid()
    make()
    cookie_stand = make(**data)
    response = anonymous.get(LIST, {"search": data[field]})
    assert ids(response) == [cookie_stand.pk]


@pytest.mark.parametrize("field", ["location"])
def test_a_filter_finds_one(anonymous, field):
    data = valid()
    make()
    cookie_stand = make(**data)
    response = anonymous.get(LIST, {field: data[field]})
    assert ids(response) == [cookie_stand.pk]


@pytest.mark.parametrize("field", ["location"])
def test_they_are_ordered(anonymous, field):
    first, second = make(), make()
    both = [first.pk, second.pk]
    assert ids(anonymous.get(LIST, {"ordering": field})) == both
    assert ids(anonymous.get(LIST, {"ordering": f"-{field}"})) == both[::-1]


def test_more_rows_need_no_more_queries(anonymous, count_queries):
    make()
    with count_queries() as few:
        anonymous.get(LIST)
    for _ in range(10):
        make()
    with count_queries() as many:
        anonymous.get(LIST)
    assert len(many) == len(few)
