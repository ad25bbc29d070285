import pytest
from django.urls import reverse
from rest_framework import status

from books.models import Book

pytestmark = pytest.mark.django_db

LIST = reverse("v1:book-list")


def address(book):
    return reverse("v1:book-detail", args=(book.pk,))


def test_anyone_lists_books(anonymous, make_book):
    book = make_book()
    response = anonymous.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    assert response.json() == {
        "count": 1,
        "next": None,
        "previous": None,
        "results": [
            {
                "id": book.pk,
                "title": book.title,
                "subtitle": book.subtitle,
                "author": book.author,
                "isbn": book.isbn,
            }
        ],
    }


def test_anyone_reads_a_book(anonymous, make_book):
    book = make_book()
    response = anonymous.get(address(book))
    assert response.status_code == status.HTTP_200_OK
    assert response.json()["title"] == book.title


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nobody_changes_a_book_without_login(anonymous, make_book, book_data, method):
    book = make_book()
    response = getattr(anonymous, method)(address(book), book_data())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    book.refresh_from_db()


def test_nobody_creates_a_book_without_login(anonymous, book_data):
    response = anonymous.post(LIST, book_data())
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert not Book.objects.exists()


def test_a_member_creates_a_book(member, book_data):
    data = book_data()
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_201_CREATED
    assert Book.objects.filter(**data).count() == 1


def test_a_member_replaces_a_book(member, make_book, book_data):
    book = make_book()
    data = book_data()
    response = member.put(address(book), data)
    assert response.status_code == status.HTTP_200_OK
    assert Book.objects.filter(pk=book.pk, **data).exists()


def test_a_member_changes_a_book(member, make_book):
    book = make_book()
    response = member.patch(address(book), {"title": "New"})
    assert response.status_code == status.HTTP_200_OK
    book.refresh_from_db()
    assert book.title == "New"


def test_a_member_deletes_a_book(member, make_book):
    book = make_book()
    response = member.delete(address(book))
    assert response.status_code == status.HTTP_204_NO_CONTENT
    assert not Book.objects.exists()


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_required_field_is_named(member, book_data, field):
    data = book_data()
    del data[field]
    response = member.post(LIST, data)
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("field", ["subtitle"])
def test_an_optional_field_may_be_missing(member, book_data, field):
    data = book_data()
    del data[field]
    assert member.post(LIST, data).status_code == status.HTTP_201_CREATED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 251),
        ("title", "control\x07"),
        ("title", "nul\x00"),
        ("title", 7),
        ("title", None),
        ("title", ["a list"]),
        ("subtitle", "x" * 251),
        ("author", "x" * 101),
        ("isbn", "x" * 14),
    ],
)
def test_a_wrong_value_is_refused(member, book_data, field, value):
    response = member.post(LIST, book_data(**{field: value}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]
    assert not Book.objects.exists()


@pytest.mark.parametrize("field", ["isbn"])
def test_a_duplicate_is_refused(member, make_book, book_data, field):
    book = make_book()
    response = member.post(LIST, book_data(**{field: getattr(book, field)}))
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert list(response.json()) == [field]


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_book_is_not_found(anonymous, pk):
    response = anonymous.get(reverse("v1:book-detail", args=(pk,)))
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_search_finds_a_book(anonymous, make_book, field):
    book = make_book()
    make_book()
    response = anonymous.get(LIST, {"search": getattr(book, field)})
    assert [found["id"] for found in response.json()["results"]] == [book.pk]


@pytest.mark.parametrize("field", ["title", "author", "isbn"])
def test_a_filter_finds_a_book(anonymous, make_book, field):
    book = make_book()
    make_book()
    response = anonymous.get(LIST, {field: getattr(book, field)})
    assert [found["id"] for found in response.json()["results"]] == [book.pk]


@pytest.mark.parametrize("field", ["title", "author"])
def test_books_are_ordered(anonymous, make_book, field):
    first, second = make_book().pk, make_book().pk
    for ordering, expected in (
        (field, [first, second]),
        (f"-{field}", [second, first]),
    ):
        response = anonymous.get(LIST, {"ordering": ordering})
        assert [book["id"] for book in response.json()["results"]] == expected


@pytest.mark.parametrize("page", ["0", "x", "\x00", "9" * 5000])
def test_an_unknown_page_is_not_found(anonymous, page):
    response = anonymous.get(LIST, {"page": page})
    assert response.status_code == status.HTTP_404_NOT_FOUND


def test_a_page_has_a_limit(anonymous, make_book):
    for _ in range(101):
        make_book()
    response = anonymous.get(LIST, {"page_size": 1000})
    assert len(response.json()["results"]) == 100


def test_more_books_need_no_more_queries(
    anonymous, make_book, django_assert_num_queries
):
    for _ in range(20):
        make_book()
    # One for the page, one for the count.
    with django_assert_num_queries(2):
        anonymous.get(LIST)
