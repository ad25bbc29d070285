import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from rest_framework import status


def test_the_schema_is_valid_and_complete(capsys):
    call_command("spectacular", "--validate", "--fail-on-warn", api_version="v1")
    assert "openapi: 3" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["schema", "docs", "redoc"])
def test_the_pages_answer(client, name):
    assert client.get(reverse(name)).status_code == status.HTTP_200_OK


@pytest.mark.parametrize("name", ["docs", "redoc"])
def test_the_pages_load_nothing_from_elsewhere(client, name):
    page = client.get(reverse(name)).content.decode()
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert addresses
    assert all(re.match(r"/(?!/)", address) for address in addresses)


def test_every_operation_says_what_it_does_and_how_it_fails(client):
    schema = client.get(reverse("schema"), {"format": "json"}).json()
    tags = {tag["name"] for tag in schema["tags"]}
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            said = f"{method} {path}"
            assert operation["summary"], said
            assert operation["description"], said
            assert tags >= set(operation["tags"]), said
            assert {"406", "429"} <= operation["responses"].keys(), said
            assert ("404" in operation["responses"]) >= ("{" in path), said
