from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from .models import Book
from .serializers import BookSerializer

LIST = reverse("api-book-list")
PICTURE = bytes.fromhex(
    "474946383961010001008000000000ffffff21f90401000000"
    "002c00000000010001000002024401003b"
)
numbers = count(1)


def make_user():
    users = get_user_model().objects
    return users.create_user(f"user{users.count()}")


def valid():
    """Return valid data, different each time."""
    number = next(numbers)
    return {
        "title": f"Title {number:04}",
        "subtitle": f"Subtitle {number:04}",
        "isbn": f"Isbn {number:04}",
        "language": Book.Language.values[number % 2],
        "pages": number,
        "cover": SimpleUploadedFile(f"{number}.gif", PICTURE),
    }


def make(data=None):
    serializer = BookSerializer(data=data or valid())
    serializer.is_valid(raise_exception=True)
    return serializer.save(owner=make_user())


def detail(book):
    return reverse("api-book-detail", args=(book.pk,))


def ids(response):
    return [row["id"] for row in response.json()["results"]]


def test_list_and_retrieve(member):
    data = valid()
    book = make(data)
    assert book.pk in ids(member.get(LIST))
    del data["cover"]
    assert data.items() <= member.get(detail(book)).json().items()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_write_requires_login(api_client, method):
    url = LIST if method == "post" else detail(make())
    assert getattr(api_client, method)(url).status_code == 401


def test_create_update_delete(member, user):
    created = member.post(LIST, valid(), format="multipart")
    assert created.status_code == 201
    book = Book.objects.get(pk=created.json()["id"])
    assert book.owner == user
    data = valid()
    changed = member.put(detail(book), data, format="multipart").json()
    del data["cover"]
    assert data.items() <= changed.items()
    assert member.delete(detail(book)).status_code == 204
    assert not Book.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_write_requires_owner(member, method):
    assert getattr(member, method)(detail(make())).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 251),
    ],
)
def test_invalid(member, field, value):
    response = member.post(LIST, {**valid(), field: value}, format="multipart")
    assert list(response.json()) == [field]


def test_search_filter_and_ordering(member):
    make()
    data = valid()
    book = make(data)
    query = {"search": data["title"]}
    assert ids(member.get(LIST, query)) == [book.pk]
    query = {"title": data["title"]}
    assert ids(member.get(LIST, query)) == [book.pk]
    query = {"ordering": "-title"}
    assert ids(member.get(LIST, query))[0] == book.pk


def test_list_queries(member, django_assert_max_num_queries):
    for _ in range(10):
        make()
    with django_assert_max_num_queries(4):
        member.get(LIST)


def test_pages(client, user):
    add = reverse("book-add")
    assert client.get(add).url.startswith(reverse("login"))
    client.force_login(user)
    assert client.post(add, valid()).status_code == 302
    book = Book.objects.get()
    for url in (reverse("book-list"), book.get_absolute_url()):
        assert str(book) in client.get(url).text
    for name in ("edit", "delete"):
        url = reverse(f"book-{name}", args=(book.pk,))
        assert client.get(url).status_code == 200
        assert client.post(url, valid()).status_code == 302
    assert not Book.objects.exists()


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_pages_require_owner(client, user, name):
    client.force_login(user)
    url = reverse(f"book-{name}", args=(make().pk,))
    assert client.get(url).status_code == 404
