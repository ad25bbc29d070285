from itertools import count

from accounts.tests import factories as accounts
from posts.models import Post

numbers = count(1)
KEYS = ("author",)


def valid(**changes):
    """Give valid data, different each time."""
    number = next(numbers)
    return {
        "title": f"Title {number:04}",
        "body": f"Body {number:04}",
        "author": accounts.make().pk,
        **changes,
    }


def make(**changes):
    """Store a post."""
    data = valid(**changes)
    for name in KEYS:
        data[f"{name}_id"] = data.pop(name, None)
    post = Post.objects.create(**data)
    return post
