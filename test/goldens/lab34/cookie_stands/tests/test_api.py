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


def test_they_are_listed(reader):
    data = valid()
    cookie_stand = make(**data)
    response = reader.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    shown = {row["id"]: row for row in response.json()["results"]}
    assert data.items() <= shown[cookie_stand.pk].items()


def test_one_is_read(reader):
    data = valid()
    cookie_stand = make(**data)
    response = reader.get(address(cookie_stand.pk))
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


def test_a_member_creates_one(writer):
    data = valid()
    response = writer.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert data.items() <= response.json().items()
    assert ROWS.filter(pk=response.json()["id"]).exists()


def test_a_member_replaces_one(writer, user):
    cookie_stand = make(owner=user)
    data = valid()
    response = writer.put(address(cookie_stand.pk), data)
    assert response.status_code == status.HTTP_200_OK
    assert data.items() <= writer.get(address(cookie_stand.pk)).json().items()


def test_a_member_changes_one(writer, user):
    cookie_stand = make(owner=user)
    field = "location"
    change = {field: valid()[field]}
    response = writer.patch(address(cookie_stand.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert change.items() <= writer.get(address(cookie_stand.pk)).json().items()


def test_a_member_deletes_one(writer, user):
    cookie_stand = make(owner=user)
    response = writer.delete(address(cookie_stand.pk))
    assert response.status_code == status.HTTP_204_NO_CONTENT
    assert not ROWS.filter(pk=cookie_stand.pk).exists()


@pytest.mark.parametrize("field", ["location"])
def test_a_required_field_is_named(writer, field):
    data = valid()
    del data[field]
    response = writer.post(LIST, data)
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["description"])
def test_an_optional_field_may_be_missing(writer, field):
    data = valid()
    del data[field]
    assert writer.post(LIST, data).status_code == status.HTTP_201_CREATED


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
def test_a_wrong_value_is_refused(writer, field, value):
    response = writer.post(LIST, valid(**{field: value}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_key_is_not_found(reader, pk):
    response = reader.get(address(pk))
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["location", "description"])
def test_search_finds_one(reader, field):
    data = valid()
    make()
    cookie_stand = make(**data)
    response = reader.get(LIST, {"search": data[field]})
    assert ids(response) == [cookie_stand.pk]


@pytest.mark.parametrize("field", ["location"])
def test_a_filter_finds_one(reader, field):
    data = valid()
    make()
    cookie_stand = make(**data)
    response = reader.get(LIST, {field: data[field]})
    assert ids(response) == [cookie_stand.pk]


@pytest.mark.parametrize("field", ["location"])
def test_they_are_ordered(reader, field):
    first, second = make(), make()
    both = [first.pk, second.pk]
    assert ids(reader.get(LIST, {"ordering": field})) == both
    assert ids(reader.get(LIST, {"ordering": f"-{field}"})) == both[::-1]


def test_more_rows_need_no_more_queries(reader, count_queries):
    make()
    with count_queries() as few:
        reader.get(LIST)
    for _ in range(10):
        make()
    with count_queries() as many:
        reader.get(LIST)
    assert len(many) == len(few)
