import pytest
from django.urls import reverse
from rest_framework import status

from .factories import make, valid

pytestmark = pytest.mark.django_db

NAME = "admin:books_book"
LIST = reverse(f"{NAME}_changelist")


@pytest.mark.parametrize("field", ["title", "subtitle", "author", "isbn"])
def test_the_admin_searches_them(admin_client, field):
    data = valid()
    make()
    book = make(**data)
    response = admin_client.get(LIST, {"q": data[field]})
    assert [*response.context["cl"].queryset] == [book]


def test_the_admin_shows_one(admin_client):
    key = make().pk
    change = reverse(f"{NAME}_change", args=(key,))
    for url in (LIST, reverse(f"{NAME}_add"), change):
        assert admin_client.get(url).status_code == status.HTTP_200_OK


def test_more_rows_need_no_more_queries(admin_client, count_queries):
    make()
    with count_queries() as few:
        admin_client.get(LIST)
    for _ in range(10):
        make()
    with count_queries() as many:
        admin_client.get(LIST)
    assert len(many) == len(few)
