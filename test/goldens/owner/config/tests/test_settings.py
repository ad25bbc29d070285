"""Production refuses to start on a development default, and says why."""

import importlib
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

PRODUCTION = {
    "DJANGO_ENVIRONMENT": "production",
    "DJANGO_SECRET_KEY": "k3eP-this_0ne.for:tests;only/but=long+enough^to&pass",
    "POSTGRES_HOST": "db",
    "POSTGRES_DB": "library",
    "POSTGRES_USER": "library",
    "POSTGRES_PASSWORD": "p4ssword-of-the-database",
    "DJANGO_ALLOWED_HOSTS": "library.example.org",
}


@pytest.fixture
def load(monkeypatch):
    """Load the settings with these environment variables and no others of theirs."""

    def load(**variables):
        for name in (*PRODUCTION, "DJANGO_DEBUG"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(f"{name}_FILE", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delitem(sys.modules, "config.settings")
        return vars(importlib.import_module("config.settings"))

    return load


def test_development_needs_nothing(load):
    settings = load()
    assert settings["DEBUG"] is True


def test_production_takes_its_values_from_the_environment(load):
    settings = load(**PRODUCTION)
    assert settings["DEBUG"] is False
    assert settings["SECRET_KEY"] == PRODUCTION["DJANGO_SECRET_KEY"]
    assert settings["ALLOWED_HOSTS"] == ["library.example.org", "localhost"]
    assert settings["SESSION_COOKIE_SECURE"] is True


def test_the_environment_names_whose_forms_are_trusted(load):
    origins = ["https://library.example.org", "https://shop.example.org"]
    settings = load(**PRODUCTION, DJANGO_CSRF_TRUSTED_ORIGINS=",".join(origins))
    assert settings["CSRF_TRUSTED_ORIGINS"] == origins


@pytest.mark.parametrize("name", [*PRODUCTION][1:])
def test_production_names_what_is_missing(load, name):
    variables = {key: value for key, value in PRODUCTION.items() if key != name}
    with pytest.raises(ImproperlyConfigured, match=name):
        load(**variables)


def test_a_secret_may_be_in_a_file(load, tmp_path):
    file = tmp_path / "key"
    file.write_text(PRODUCTION["DJANGO_SECRET_KEY"] + "\n")
    variables = {**PRODUCTION, "DJANGO_SECRET_KEY_FILE": str(file)}
    del variables["DJANGO_SECRET_KEY"]
    assert load(**variables)["SECRET_KEY"] == PRODUCTION["DJANGO_SECRET_KEY"]
    file.unlink()
    with pytest.raises(ImproperlyConfigured, match=r"_FILE is .*: No such file"):
        load(**variables)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DJANGO_ENVIRONMENT", "prod"),
        ("DJANGO_DEBUG", "true"),
        ("DJANGO_ALLOWED_HOSTS", " , "),
        ("DJANGO_ALLOWED_HOSTS", "*"),
        ("DJANGO_SECRET_KEY", "short"),
        ("DJANGO_SECRET_KEY", "a" * 60),
        ("DJANGO_SECRET_KEY", "django-insecure-" + PRODUCTION["DJANGO_SECRET_KEY"]),
        ("DJANGO_SECRET_KEY", "Change-me-" + PRODUCTION["DJANGO_SECRET_KEY"]),
        ("POSTGRES_PASSWORD", "development"),
    ],
)
def test_production_names_what_is_unsafe(load, name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        load(**{**PRODUCTION, name: value})
