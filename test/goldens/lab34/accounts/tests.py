from django.urls import reverse
from rest_framework_simplejwt.tokens import RefreshToken


def test_lockout(client, user, settings):
    settings.AXES_ENABLED = True
    url = reverse("admin:login")
    data = {"username": user.get_username(), "password": "wrong"}
    statuses = [client.post(url, data).status_code for _ in range(10)]
    assert statuses == [200] * 9 + [429]
    data["password"] = "correct horse"
    assert client.post(url, data).status_code == 429
    # From another address, the user still gets in: this page is for staff alone.
    assert client.post(url, data, REMOTE_ADDR="203.0.113.5").status_code == 200


def test_tokens(api_client, user):
    data = {user.USERNAME_FIELD: user.get_username(), "password": "correct horse"}
    tokens = api_client.post(reverse("token"), data).json()
    refresh = {"refresh": tokens["refresh"]}
    access = api_client.post(reverse("token-refresh"), refresh).json()["access"]
    api_client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    assert api_client.get(reverse("me")).json()["id"] == user.pk
    api_client.credentials()
    assert api_client.post(reverse("token-refresh"), refresh).status_code == 401


def test_token_of_deleted_user(api_client, user):
    refresh = {"refresh": str(RefreshToken.for_user(user))}
    user.delete()
    assert api_client.post(reverse("token-refresh"), refresh).status_code == 401


def test_invalid_token(api_client):
    api_client.credentials(HTTP_AUTHORIZATION="Bearer invalid")
    assert api_client.get(reverse("me")).status_code == 401


def test_login_is_throttled(api_client, django_user_model):
    data = {django_user_model.USERNAME_FIELD: "ada", "password": "wrong"}
    statuses = [api_client.post(reverse("token"), data).status_code for _ in range(21)]
    assert statuses == [401] * 20 + [429]
