from itertools import count

from accounts.tests import factories as accounts
from posts.models import Post

numbers = count(1)


def valid(**changes):
    """Give valid data, different each time."""
    number = next(numbers)
    return {
        "title": f"Title {number:04}",
        "body": f"Body {number:04}",
        **changes,
    }


def make(**changes):
    """Store a post."""
    data = valid(**changes)
    if "author" not in data:
        data["author"] = accounts.make()
    post = Post.objects.create(**data)
    return post
