from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from accounts.models import User
from api.pagination import CursorPagination

pytestmark = pytest.mark.django_db

DAYS = [None, 3, 1, None, 2, 2, 2, 1, None, 3, 2]


@pytest.fixture
def users():
    """Store users of whom several have logged in at the same moment, or never."""
    for number, day in enumerate(DAYS):
        User.objects.create(
            username=f"user-{number:02}",
            last_login=day and datetime(2026, 1, day, tzinfo=UTC),
        )
    return User.objects.all()


def page(queryset, query):
    """Give the users on a page, and what asks for the next and the previous one."""
    paginator = CursorPagination()
    request = Request(APIRequestFactory().get("/", query))
    rows = paginator.paginate_queryset(queryset, request)
    data = paginator.get_paginated_response(rows).data
    return rows, parameters(data["next"]), parameters(data["previous"])


def parameters(link):
    return link and {
        name: values[0] for name, values in parse_qs(urlsplit(link).query).items()
    }


def walk(queryset, page_size):
    """Give all users by following the pages, to the end and back."""
    there, back = [], []
    rows, following, before = page(queryset, {"page_size": page_size})
    assert before is None
    there += rows
    while following:
        rows, following, before = page(queryset, following)
        there += rows
    back += reversed(rows)
    while before:
        rows, following, before = page(queryset, before)
        assert following
        back += reversed(rows)
    return there, back[::-1]


@pytest.mark.parametrize("page_size", [1, 2, 3, 5, 10, 11, 100])
@pytest.mark.parametrize(
    "ordering",
    [
        ["id"],
        ["-id"],
        ["username"],
        ["-last_login"],
        ["last_login"],
        ["is_active", "-last_login", "username"],
        ["-is_active", "last_login", "-username"],
        [*["is_active", "-last_login"] * 20, "username"],
    ],
)
def test_every_row_is_on_one_page_in_either_direction(users, ordering, page_size):
    there, back = walk(users.order_by(*ordering), page_size)
    assert there == [*users.order_by(*ordering, _key(ordering))]
    assert back == there


def _key(ordering):
    return "-id" if ordering[-1].startswith("-") else "id"


def test_rows_that_come_and_go_move_no_other(users):
    queryset = users.order_by("username")
    first, following, _ = page(queryset, {"page_size": 4})
    User.objects.create(username="user-00-new")
    User.objects.filter(pk__in=[first[0].pk, first[3].pk]).delete()
    second, _, before = page(queryset, following)
    assert [user.username for user in second] == [
        "user-04",
        "user-05",
        "user-06",
        "user-07",
    ]
    again, _, _ = page(queryset, before)
    assert [user.username for user in again] == ["user-00-new", "user-01", "user-02"]


def test_a_page_behind_the_last_row_is_empty(users):
    _, following, _ = page(users, {"page_size": 10})
    User.objects.all().delete()
    assert page(users, following) == ([], None, None)


def test_a_cursor_is_for_one_order(users):
    _, following, _ = page(users.order_by("username"), {"page_size": 2})
    with pytest.raises(NotFound):
        page(users.order_by("-username"), following)


@pytest.mark.parametrize(
    "cursor",
    ["0", "x", ".", "..", "\x00", "é", "cj0xJnA9NDg3", "e30.e30", "9" * 5000],
)
def test_a_cursor_of_others_is_refused(users, cursor):
    with pytest.raises(NotFound):
        page(users, {"cursor": cursor})


def test_a_changed_cursor_is_refused(users):
    _, following, _ = page(users, {"page_size": 2})
    cursor = following["cursor"]
    for place in range(len(cursor)):
        other = "A" if cursor[place] != "A" else "B"
        changed = cursor[:place] + other + cursor[place + 1 :]
        with pytest.raises(NotFound):
            page(users, {"cursor": changed})


def test_no_cursor_begins_at_the_first_row(users):
    assert page(users, {"cursor": ""})[0] == [*users.order_by("id")]
