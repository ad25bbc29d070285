"""Use the client that openapi-python-client made: ORIGIN and what the log in gave are in the environment."""

import os
from io import BytesIO  # only: jwt oauth2
from urllib.parse import parse_qs, urlsplit

from opc import AuthenticatedClient, models
from opc import Client  # only: jwt
from opc.api.books import books_create, books_destroy, books_list, books_partial_update, books_retrieve
from opc.api.me import me_retrieve  # only: jwt oauth2
from opc.api.tags import tags_create  # only: jwt
from opc.api.token import token_create  # only: jwt
from opc.types import UNSET, File  # only: jwt oauth2
from opc.types import UNSET  # only: session

PICTURE = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")  # only: jwt oauth2
ORIGIN = os.environ["ORIGIN"]

client = AuthenticatedClient(ORIGIN, token=os.environ["CSRF"], auth_header_name="X-CSRFToken", prefix="")  # only: session
client = client.with_cookies({"sessionid": os.environ["SESSION"], "csrftoken": os.environ["CSRF"]})  # only: session
login = models.TokenObtainPairRequest(username="admin", password=os.environ["PASSWORD"])  # only: jwt
tokens = token_create.sync(client=Client(ORIGIN), body=login)  # only: jwt
assert isinstance(tokens, models.TokenObtainPair), tokens  # only: jwt
client = AuthenticatedClient(ORIGIN, token=tokens.access)  # only: jwt
client = AuthenticatedClient(ORIGIN, token=os.environ["TOKEN"])  # only: oauth2
me = me_retrieve.sync(client=client)  # only: jwt oauth2
assert isinstance(me, models.Me) and me.username == "admin", me  # only: jwt oauth2
tags: list[int] = []  # only: jwt
for name in ("opc 1", "opc 2"):  # only: jwt
    tag = tags_create.sync(client=client, body=models.TagRequest(name=name))  # only: jwt
    assert isinstance(tag, models.Tag), tag  # only: jwt
    tags.append(tag.id)  # only: jwt


def new(number: int) -> models.BookRequest:
    return models.BookRequest(
        title="Middlemarch",
        author="Eliot",
        isbn=f"opc {number}",
        cover=File(BytesIO(PICTURE), "cover.gif", "image/gif"),  # only: jwt oauth2
        tags=tags,  # only: jwt
        lent="1 02:00:00",  # only: jwt
        price="9.90",  # only: oauth2
    )


def read_all() -> list[models.Book]:
    """Read all pages."""
    rows: list[models.Book] = []
    query: dict[str, str] = {}
    order = [models.BooksListOrderingItem("-title")]
    while True:
        page = books_list.sync(client=client, ordering=order, page=int(query.get("page", "1")))  # only: session jwt
        page = books_list.sync(client=client, ordering=order, cursor=query.get("cursor", UNSET))  # only: oauth2
        assert isinstance(page, models.PaginatedBookList), page
        rows += page.results
        if not page.next_:
            return rows
        query = {name: values[0] for name, values in parse_qs(urlsplit(page.next_).query).items()}


before = len(read_all())
made: list[int] = []
for number in range(3):
    book = books_create.sync(client=client, body=new(number))
    assert isinstance(book, models.Book), book
    made.append(book.id)
    assert isinstance(book.cover, str) and book.cover.startswith("http"), book  # only: jwt oauth2
    assert book.tags == tags, book  # only: jwt
rows = read_all()
assert len(rows) == before + 3 and len({row.id for row in rows}) == before + 3
refused = books_create.sync(client=client, body=new(1))
assert isinstance(refused, models.ValidationError), refused
assert refused["isbn"] == ["book with this isbn already exists."], refused
missing = books_retrieve.sync(0, client=client)
assert isinstance(missing, models.ApiError) and missing.detail == "No Book matches the given query."
changed = books_partial_update.sync(made[0], client=client, body=models.PatchedBookRequest(title="Romola"))
assert isinstance(changed, models.Book) and (changed.title, changed.author) == ("Romola", "Eliot"), changed
assert changed.cover  # only: jwt oauth2
nothing = models.PatchedBookRequest(cover=File(BytesIO(), ""))  # only: jwt oauth2
cleared = books_partial_update.sync(made[0], client=client, body=nothing)  # only: jwt oauth2
assert isinstance(cleared, models.Book) and cleared.cover is None, cleared  # only: jwt oauth2
for key in made:
    assert books_destroy.sync_detailed(key, client=client).status_code == 204
assert len(read_all()) == before
print("ok")
