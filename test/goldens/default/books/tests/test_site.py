import pytest
from django.urls import reverse
from rest_framework import status

pytestmark = pytest.mark.django_db

LIST = reverse("book-list")


def titles(response):
    return [str(book) for book in response.context["object_list"]]


def test_the_list_shows_books(client, make_book):
    book = make_book()
    response = client.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    assert str(book) in response.content.decode()


def test_the_list_has_pages(client, make_book):
    for _ in range(13):
        make_book()
    assert len(titles(client.get(LIST))) == 12
    assert len(titles(client.get(LIST, {"page": 2}))) == 1


@pytest.mark.parametrize("page", ["0", "3", "x", "9" * 5000])
def test_an_unknown_page_is_not_found(client, page):
    response = client.get(LIST, {"page": page})
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_search_finds_a_book(client, make_book, field):
    book = make_book()
    make_book()
    response = client.get(LIST, {"q": getattr(book, field)})
    assert titles(response) == [str(book)]


@pytest.mark.parametrize("words", ["nul\x00", "x" * 101])
def test_a_search_with_a_mistake_says_so(client, make_book, words):
    make_book()
    response = client.get(LIST, {"q": words})
    assert response.status_code == status.HTTP_200_OK
    assert response.context["form"].errors["q"]
    assert titles(response) == []


def test_a_book_has_a_page(client, make_book):
    book = make_book()
    response = client.get(reverse("book-detail", args=(book.pk,)))
    assert response.status_code == status.HTTP_200_OK
    assert str(book) in response.content.decode()


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_book_is_not_found(client, pk):
    response = client.get(reverse("book-detail", args=(pk,)))
    assert response.status_code == status.HTTP_404_NOT_FOUND


def test_what_a_user_wrote_is_escaped(client, make_book):
    book = make_book(title="<script>alert(1)</script>")
    for url in (LIST, reverse("book-detail", args=(book.pk,)), reverse("home")):
        assert "<script>" not in client.get(url).content.decode()


def test_more_books_need_no_more_queries(client, make_book, django_assert_num_queries):
    for _ in range(12):
        make_book()
    # One for the page, one for the count.
    with django_assert_num_queries(2):
        client.get(LIST)
