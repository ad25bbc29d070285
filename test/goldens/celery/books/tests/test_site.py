import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

LIST = reverse("book-list")


def address(pk):
    return reverse("book-detail", args=(pk,))


def test_the_list_leads_to_one(visitor):
    book = make()
    response = visitor.get(LIST)
    assert response.status_code == status.HTTP_200_OK
    assert address(book.pk) in response.content.decode()


def test_the_list_has_pages(visitor):
    for _ in range(13):
        make()
    assert len(visitor.get(LIST).context["object_list"]) == 12
    assert visitor.get(LIST, {"page": 2}).context["object_list"]


@pytest.mark.parametrize("page", ["0", "3", "x", "9" * 5000])
def test_an_unknown_page_is_not_found(visitor, page):
    response = visitor.get(LIST, {"page": page})
    assert response.status_code == status.HTTP_404_NOT_FOUND


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_search_finds_one(visitor, field):
    data = valid()
    make()
    book = make(**data)
    response = visitor.get(LIST, {"q": data[field]})
    assert [*response.context["object_list"]] == [book]


@pytest.mark.parametrize("words", ["nul\x00", "x" * 101])
def test_a_search_with_a_mistake_says_so(visitor, words):
    make()
    response = visitor.get(LIST, {"q": words})
    assert response.status_code == status.HTTP_200_OK
    assert response.context["form"].errors["q"]
    assert not response.context["object_list"]


def test_each_has_a_page(visitor):
    book = make()
    response = visitor.get(address(book.pk))
    assert response.status_code == status.HTTP_200_OK
    assert response.context["object"] == book


@pytest.mark.parametrize("pk", [0, 10**30])
def test_an_unknown_key_is_not_found(visitor, pk):
    response = visitor.get(address(pk))
    assert response.status_code == status.HTTP_404_NOT_FOUND


def test_what_a_user_wrote_is_escaped(visitor):
    words = "<script>alert(1)</script>"
    book = make(title=words)
    for url in (LIST, address(book.pk), reverse("home")):
        assert "<script>" not in visitor.get(url).content.decode()


def test_more_rows_need_no_more_queries(visitor, count_queries):
    make()
    with count_queries() as few:
        visitor.get(LIST)
    for _ in range(10):
        make()
    with count_queries() as many:
        visitor.get(LIST)
    assert len(many) == len(few)
