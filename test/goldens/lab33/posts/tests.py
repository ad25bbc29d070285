from itertools import count

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from .models import Post
from .serializers import PostSerializer

LIST = reverse("api-post-list")
numbers = count(1)


def make_user():
    users = get_user_model().objects
    return users.create_user(f"user{users.count()}")


def valid():
    """Return valid data, different each time."""
    number = next(numbers)
    return {
        "title": f"Title {number:04}",
        "body": f"Body {number:04}",
    }


def make(data=None):
    serializer = PostSerializer(data=data or valid())
    serializer.is_valid(raise_exception=True)
    return serializer.save(author=make_user())


def detail(post):
    return reverse("api-post-detail", args=(post.pk,))


def ids(response):
    return [row["id"] for row in response.json()["results"]]


def test_list_and_retrieve(member):
    data = valid()
    post = make(data)
    assert post.pk in ids(member.get(LIST))
    assert data.items() <= member.get(detail(post)).json().items()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_write_requires_login(api_client, method):
    url = LIST if method == "post" else detail(make())
    assert getattr(api_client, method)(url).status_code == 401


def test_create_update_delete(member, user):
    created = member.post(LIST, valid())
    assert created.status_code == 201
    post = Post.objects.get(pk=created.json()["id"])
    assert post.author == user
    data = valid()
    changed = member.put(detail(post), data).json()
    assert data.items() <= changed.items()
    assert member.delete(detail(post)).status_code == 204
    assert not Post.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_write_requires_owner(member, method):
    assert getattr(member, method)(detail(make())).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 65),
    ],
)
def test_invalid(member, field, value):
    response = member.post(LIST, {**valid(), field: value})
    assert list(response.json()) == [field]


def test_search_filter_and_ordering(member):
    make()
    data = valid()
    post = make(data)
    query = {"search": data["title"]}
    assert ids(member.get(LIST, query)) == [post.pk]
    query = {"title": data["title"]}
    assert ids(member.get(LIST, query)) == [post.pk]
    query = {"ordering": "-title"}
    assert ids(member.get(LIST, query))[0] == post.pk


def test_list_queries(member, django_assert_max_num_queries):
    for _ in range(10):
        make()
    with django_assert_max_num_queries(4):
        member.get(LIST)


def test_pages(client, user):
    add = reverse("post-add")
    assert client.get(add).url.startswith(reverse("login"))
    client.force_login(user)
    assert client.post(add, valid()).status_code == 302
    post = Post.objects.get()
    for url in (reverse("post-list"), post.get_absolute_url()):
        assert str(post) in client.get(url).text
    for name in ("edit", "delete"):
        url = reverse(f"post-{name}", args=(post.pk,))
        assert client.get(url).status_code == 200
        assert client.post(url, valid()).status_code == 302
    assert not Post.objects.exists()


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_pages_require_owner(client, user, name):
    client.force_login(user)
    url = reverse(f"post-{name}", args=(make().pk,))
    assert client.get(url).status_code == 404
