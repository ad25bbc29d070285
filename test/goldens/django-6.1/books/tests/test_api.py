import pytest
from django.urls import reverse
from rest_framework import status

from books import models

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")
ROWS = models.Book.objects


def address(pk):
    return reverse("v1:book-detail", args=(pk,))


def ids(response):
    return [shown["id"] for shown in response.json()["results"]]


def test_anyone_lists_them(anonymous):
    data = valid()
    book = make(**data)
    response = anonymous.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    shown = {row["id"]: row for row in response.json()["results"]}
    assert data.items() <= shown[book.pk].items()


def test_anyone_reads_one(anonymous):
    data = valid()
    book = make(**data)
    response = anonymous.get(address(book.pk))
    assert response.status_code == status.HTTP_200_OK
    assert {"id": book.pk, **data}.items() <= response.json().items()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nobody_changes_one_without_login(anonymous, method):
    book = make()
    response = getattr(anonymous, method)(address(book.pk), valid())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    book.refresh_from_db()


def test_nobody_creates_one_without_login(anonymous):
    data = valid()
    before = ROWS.count()
    response = anonymous.post(LIST, data)
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert ROWS.count() == before


def test_a_member_creates_one(member):
    data = valid()
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert data.items() <= response.json().items()
    assert ROWS.filter(pk=response.json()["id"]).exists()


def test_a_member_replaces_one(member):
    book = make()
    data = valid()
    response = member.put(address(book.pk), data)
    assert response.status_code == status.HTTP_200_OK
    assert data.items() <= member.get(address(book.pk)).json().items()


def test_a_member_changes_one(member):
    book = make()
    field = "title"
    change = {field: valid()[field]}
    response = member.patch(address(book.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert change.items() <= member.get(address(book.pk)).json().items()


def test_a_member_deletes_one(member):
    book = make()
    response = member.delete(address(book.pk))
    assert response.status_code == status.HTTP_204_NO_CONTENT
    assert not ROWS.filter(pk=book.pk).exists()


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_required_field_is_named(member, field):
    data = valid()
    del data[field]
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["subtitle"])
def test_an_optional_field_may_be_missing(member, field):
    data = valid()
    del data[field]
    assert member.post(LIST, data).status_code == status.HTTP_201_CREATED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 251),
        ("title", "control\x07"),
        ("subtitle", "x" * 251),
        ("subtitle", "control\x07"),
        ("author", "x" * 101),
        ("author", "control\x07"),
        ("isbn", "x" * 14),
        ("isbn", "control\x07"),
        ("title", "nul\x00"),
        ("title", 7),
        ("title", None),
        ("title", ["a list"]),
    ],
)
def test_a_wrong_value_is_refused(member, field, value):
    response = member.post(LIST, valid(**{field: value}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["isbn"])
def test_a_duplicate_is_refused(member, field):
    data = valid()
    make(**data)
    response = member.post(LIST, valid(**{field: data[field]}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert field in response.json()


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_key_is_not_found(anonymous, pk):
    response = anonymous.get(address(pk))
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_search_finds_one(anonymous, field):
    data = valid()
    make()
    book = make(**data)
    response = anonymous.get(LIST, {"search": data[field]})
    assert ids(response) == [book.pk]


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_filter_finds_one(anonymous, field):
    data = valid()
    make()
    book = make(**data)
    response = anonymous.get(LIST, {field: data[field]})
    assert ids(response) == [book.pk]


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
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
