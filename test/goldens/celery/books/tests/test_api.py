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


def test_they_are_listed(reader):
    data = valid()
    book = make(**data)
    response = reader.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    shown = {row["id"]: row for row in response.json()["results"]}
    assert data.items() <= shown[book.pk].items()


def test_one_is_read(reader):
    data = valid()
    book = make(**data)
    response = reader.get(address(book.pk))
    assert response.status_code == status.HTTP_200_OK
    assert {"id": book.pk, **data}.items() <= response.json().items()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nobody_changes_one_without_login(anonymous, method):
    book = make()
    response = getattr(anonymous, method)(address(book.pk), valid())
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    book.refresh_from_db()


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


def test_a_member_replaces_one(writer):
    book = make()
    data = valid()
    response = writer.put(address(book.pk), data)
    assert response.status_code == status.HTTP_200_OK
    assert data.items() <= writer.get(address(book.pk)).json().items()


def test_a_member_changes_one(writer):
    book = make()
    field = "title"
    change = {field: valid()[field]}
    response = writer.patch(address(book.pk), change)
    assert response.status_code == status.HTTP_200_OK
    assert change.items() <= writer.get(address(book.pk)).json().items()


def test_a_member_deletes_one(writer):
    book = make()
    response = writer.delete(address(book.pk))
    assert response.status_code == status.HTTP_204_NO_CONTENT
    assert not ROWS.filter(pk=book.pk).exists()


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_required_field_is_named(writer, field):
    data = valid()
    del data[field]
    response = writer.post(LIST, data)
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["subtitle"])
def test_an_optional_field_may_be_missing(writer, field):
    data = valid()
    del data[field]
    assert writer.post(LIST, data).status_code == status.HTTP_201_CREATED


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
def test_a_wrong_value_is_refused(writer, field, value):
    response = writer.post(LIST, valid(**{field: value}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["isbn"])
def test_a_duplicate_is_refused(writer, field):
    data = valid()
    make(**data)
    response = writer.post(LIST, valid(**{field: data[field]}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert field in response.json()


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_key_is_not_found(reader, pk):
    response = reader.get(address(pk))
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_search_finds_one(reader, field):
    data = valid()
    make()
    book = make(**data)
    response = reader.get(LIST, {"search": data[field]})
    assert ids(response) == [book.pk]


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_filter_finds_one(reader, field):
    data = valid()
    make()
    book = make(**data)
    response = reader.get(LIST, {field: data[field]})
    assert ids(response) == [book.pk]


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
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
