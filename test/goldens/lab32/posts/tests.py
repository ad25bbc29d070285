from itertools import count

from django.contrib.auth import get_user_model
from django.urls import reverse
from rest_framework.test import APITestCase

from .models import Post
from .serializers import PostSerializer

LIST = reverse("post-list")
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


def make():
    """Store a post."""
    serializer = PostSerializer(data=valid())
    serializer.is_valid(raise_exception=True)
    return serializer.save(author=make_user())


def detail(post):
    return reverse("post-detail", args=(post.pk,))


class PostTests(APITestCase):
    def log_in(self):
        user = get_user_model().objects.create_user("ada")
        self.client.force_login(user)
        return user

    def test_list_and_retrieve(self):
        post = make()
        [shown] = self.client.get(LIST).json()["results"]
        self.assertEqual(shown["id"], post.pk)
        self.assertEqual(self.client.get(detail(post)).json(), shown)

    def test_write_requires_login(self):
        for method, url in (("post", LIST), ("patch", detail(make()))):
            response = getattr(self.client, method)(url)
            self.assertEqual(response.status_code, 403)

    def test_create_update_delete(self):
        user = self.log_in()
        response = self.client.post(LIST, valid())
        self.assertEqual(response.status_code, 201)
        post = Post.objects.get()
        self.assertEqual(post.author, user)
        response = self.client.put(detail(post), valid())
        self.assertEqual(response.status_code, 200)
        response = self.client.delete(detail(post))
        self.assertEqual(response.status_code, 204)
        self.assertFalse(Post.objects.exists())

    def test_write_requires_owner(self):
        self.log_in()
        response = self.client.patch(detail(make()))
        self.assertEqual(response.status_code, 403)
