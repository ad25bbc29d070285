import pytest
from django.core.management import call_command
from django.urls import reverse
from rest_framework.throttling import AnonRateThrottle


def test_api_root(api_client):
    endpoints = api_client.get(reverse("api-root")).json()
    for url in endpoints.values():
        assert api_client.get(url).status_code == 200


def test_statistics(api_client):
    assert api_client.get(reverse("statistics")).json()["books"] == 0


def test_deeply_nested_json(member):
    url = reverse("book-list")
    response = member.post(url, "[" * 100_000, content_type="application/json")
    assert response.status_code == 400


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health(client, path):
    assert client.get(path).json() == {"status": "ok"}


def test_prepare_development(client, settings, monkeypatch, django_user_model):
    settings.DEBUG = True
    monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "ada")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse")
    call_command("prepare_development", verbosity=0)
    user = django_user_model.objects.get(is_superuser=True)
    assert client.login(username=user.get_username(), password="correct horse")


@pytest.mark.parametrize("name", ["schema", "docs", "redoc"])
def test_documentation(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_security_headers(client):
    headers = client.get(reverse("admin:login")).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]


def test_search_is_limited(api_client):
    url = reverse("book-list")
    assert api_client.get(url, {"search": "a" * 100}).status_code == 200
    assert api_client.get(url, {"search": "a" * 101}).status_code == 400


def test_throttle(api_client, monkeypatch):
    monkeypatch.setattr(AnonRateThrottle, "get_rate", lambda self: "1/min")
    url = reverse("api-root")
    assert api_client.get(url).status_code == 200
    assert api_client.get(url).status_code == 429
