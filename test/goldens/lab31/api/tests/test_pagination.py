import pytest
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from accounts.models import User
from api import pagination

pytestmark = pytest.mark.django_db


@pytest.fixture
def users():
    for number in range(25):
        User.objects.create(username=f"user-{number:02}")
    return User.objects.all()


@pytest.fixture
def few_are_counted(monkeypatch):
    monkeypatch.setattr(pagination, "MAX_COUNT", 8)


def page(queryset, **query):
    paginator = pagination.PageNumberPagination()
    request = Request(APIRequestFactory().get("/", query))
    rows = paginator.paginate_queryset(queryset, request)
    return rows, paginator.get_paginated_response(rows).data


@pytest.mark.parametrize("ordering", [[], ["is_active"], ["-is_active"]])
def test_every_row_is_on_one_page(users, ordering):
    rows = []
    for number in (1, 2, 3):
        found, data = page(users.order_by(*ordering), page=number, page_size=10)
        rows += found
        assert data["count"] == 25
        assert (data["next"] is None) == (number == 3)
    assert len({row.pk for row in rows}) == 25


@pytest.mark.usefixtures("few_are_counted")
@pytest.mark.parametrize("page_size", [1, 4, 5, 8, 9, 24, 25, 26])
def test_every_row_has_a_page_where_not_all_are_counted(users, page_size):
    rows, number, more = [], 0, True
    while more:
        number += 1
        found, data = page(users, page=number, page_size=page_size)
        rows += found
        more = data["next"] is not None
        assert data["count"] >= len(rows)
    assert rows == [*users.order_by("pk")]
    assert data["count"] == 25
    with pytest.raises(NotFound):
        page(users, page=number + 1, page_size=page_size)


@pytest.mark.usefixtures("few_are_counted")
def test_the_first_page_counts_no_further(users):
    assert page(users, page_size=4)[1]["count"] == 9


@pytest.mark.parametrize(
    "number", ["0", "-1", "x", "last", "1.0", "\x00", 10**30, "9" * 5000]
)
@pytest.mark.parametrize("max_count", [8, 10_000])
def test_what_is_no_page_is_not_found(users, monkeypatch, number, max_count):
    monkeypatch.setattr(pagination, "MAX_COUNT", max_count)
    with pytest.raises(NotFound):
        page(users, page=number)


def test_a_page_costs_two_queries(users, django_assert_num_queries):
    with django_assert_num_queries(2):
        page(users, page=2, page_size=10)


@pytest.mark.parametrize(("number", "page_size"), [(1, 25), (1, 100), (3, 10)])
def test_the_last_page_needs_no_count(
    users, django_assert_num_queries, number, page_size
):
    with django_assert_num_queries(1):
        rows, data = page(users, page=number, page_size=page_size)
    assert data["count"] == 25
    assert data["next"] is None
    assert rows == [*users.order_by("pk")][(number - 1) * page_size :]


def test_no_rows_make_one_empty_page(users, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows, data = page(users.filter(username="nobody"))
    assert (rows, data["count"], data["next"]) == ([], 0, None)
