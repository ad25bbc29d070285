"""Use the client that openapi-generator made: ORIGIN and what the log in gave are in the environment."""

import os
from urllib.parse import parse_qs, urlsplit

import og
from og.exceptions import ApiException

PICTURE = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")

client = og.ApiClient(og.Configuration(host=os.environ["ORIGIN"]))
client.default_headers["Cookie"] = os.environ["COOKIE"]  # only: session
client.default_headers["X-CSRFToken"] = os.environ["CSRF"]  # only: session
login = og.TokenObtainPairRequest(username="admin", password=os.environ["PASSWORD"])  # only: jwt
client.configuration.access_token = og.TokenApi(client).token_create(login).access  # only: jwt
client.configuration.access_token = os.environ["TOKEN"]  # only: oauth2
books = og.BooksApi(client)
assert og.MeApi(client).me_retrieve().username == "admin"  # only: jwt oauth2
tags = [og.TagsApi(client).tags_create(og.TagRequest(name=name)).id for name in ("og 1", "og 2")]  # only: jwt


def read_all() -> list[og.Book]:
    """Read all pages."""
    rows: list[og.Book] = []
    query: dict[str, str] = {}
    while True:
        page = books.books_list(ordering=["-title"], page=int(query.get("page", "1")))  # only: session jwt
        page = books.books_list(ordering=["-title"], cursor=query.get("cursor"))  # only: oauth2
        rows += page.results
        if page.next is None:
            return rows
        query = {name: values[0] for name, values in parse_qs(urlsplit(page.next).query).items()}


before = len(read_all())
made = []
for number in range(3):
    book = books.books_create(
        og.BookRequest(title="Middlemarch", author="Eliot", isbn=f"og {number}")  # only: session
        title="Middlemarch",  # only: jwt oauth2
        author="Eliot",  # only: jwt oauth2
        isbn=f"og {number}",  # only: jwt oauth2
        cover=("cover.gif", PICTURE),  # only: jwt oauth2
        tags=tags,  # only: jwt
        lent="1 02:00:00",  # only: jwt
        price="9.90",  # only: oauth2
    )
    made.append(book.id)
assert book.cover is not None and book.cover.startswith("http"), book  # only: jwt oauth2
assert book.tags == tags, book  # only: jwt
rows = read_all()
assert len(rows) == before + 3 and len({row.id for row in rows}) == before + 3
try:
    books.books_create(
        og.BookRequest(title="Middlemarch", author="Eliot", isbn="og 1")  # only: session
        title="Middlemarch",  # only: jwt oauth2
        author="Eliot",  # only: jwt oauth2
        isbn="og 1",  # only: jwt oauth2
        tags=tags,  # only: jwt
    )
    raise AssertionError("The number was taken")
except ApiException as error:
    assert error.status == 400 and isinstance(error.data, og.ValidationError), error
    assert error.data.additional_properties["isbn"] == ["book with this isbn already exists."], error
try:
    books.books_retrieve(0)
    raise AssertionError("There is no such book")
except ApiException as error:
    assert error.status == 404 and isinstance(error.data, og.ApiError), error
    assert error.data.detail == "No Book matches the given query."
changed = books.books_partial_update(made[0], og.PatchedBookRequest(title="Romola"))  # only: session
changed = books.books_partial_update(made[0], title="Romola")  # only: jwt oauth2
assert changed.title == "Romola" and changed.author == "Eliot"
assert changed.cover is not None  # only: jwt oauth2
assert books.books_partial_update(made[0], cover=("", b"")).cover is None  # only: jwt oauth2
for key in made:
    books.books_destroy(key)
assert len(read_all()) == before
print("ok")
