"""Drive every resource of a project's API, and say what it answers.

Run in the project's folder. One line of JSON a request goes to stdout: what was asked,
the status, the headers and the body, without what differs from run to run.
"""

import json
import os
import re
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["SQLITE_PATH"] = ":memory:"
sys.path.insert(0, os.getcwd())

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test.utils import setup_test_environment
from rest_framework.test import APIClient

# What differs from run to run: tokens, moments, and keys that are drawn.
DRAWN = [
    (r"csrfmiddlewaretoken\W+value=\W\w+", "token"),
    (r"csrfToken\W+\w+", "token"),
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?", "moment"),
    (r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid"),
    (r"[\w-]+\.[\w-]{43}\b", "cursor"),
]

QUERIES = [
    {},
    {"page_size": "2"},
    {"page_size": "2", "page": "2"},
    {"page_size": "0", "page": "1"},
    {"page": "0"},
    {"page": "last"},
    {"page": "9" * 30},
    {"cursor": "x"},
    {"search": "a"},
    {"search": "\x00"},
    {"search": "no row has these words"},
    {"ordering": "id"},
    {"ordering": "-id"},
    {"ordering": "nothing"},
    {"unknown": "1"},
    {"format": "xml"},
]


def told(response):
    body = response.content.decode()
    for pattern, word in DRAWN:
        body = re.sub(pattern, word, body)
    return {
        "status": response.status_code,
        "headers": {
            name: value
            for name, value in sorted(response.headers.items())
            if name != "Content-Length"
        },
        "body": body,
    }


def probe(clients, method, path, *args, **kwargs):
    for who, client in clients.items():
        response = getattr(client, method)(path, *args, **kwargs)
        asked = [who, method, path, *args, kwargs]
        print(json.dumps({"asked": asked, **told(response)}, default=repr))


def parameters(schema, path):
    """The names of what a list can be filtered and ordered by."""
    return [
        parameter["name"]
        for parameter in schema["paths"][path]["get"].get("parameters", [])
        if parameter["in"] == "query"
    ]


def probe_list(clients, path, names):
    for query in QUERIES:
        probe(clients, "get", path, query)
    for name in names:
        for value in ("1", "x", "\x00", "2026-01-01", "true", "-" + "9" * 30):
            probe(clients, "get", path, {name: value})
        probe(clients, "get", path, {"ordering": f"{name},-{name}"})
    for method in ("head", "options", "put", "patch", "delete", "trace"):
        probe(clients, method, path)
    probe(clients, "get", path, HTTP_ACCEPT="text/html")
    probe(clients, "get", path, {"page_size": "2"}, HTTP_ACCEPT="text/html")
    probe(clients, "get", path, HTTP_ACCEPT="image/png")
    for data in ({}, [], "text", None, {"id": 7}):
        probe(clients, "post", path, data, format="json")
    for content_type in ("application/json", "application/xml", "text/plain"):
        probe(clients, "generic", "POST", path, "{", content_type=content_type)


def probe_detail(clients, path, row):
    for method in ("get", "head", "options", "post", "trace"):
        probe(clients, method, path)
    probe(clients, "get", path, {"search": "no row has these words"})
    probe(clients, "get", path, HTTP_ACCEPT="text/html")
    for data in ({}, [], row, {name: None for name in row}, {**row, "id": 7}):
        probe(clients, "patch", path, data, format="json")
        probe(clients, "put", path, data, format="json")
    probe(clients, "put", path, {}, format="multipart")
    probe(clients, "generic", "PATCH", path, "{", content_type="application/json")


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    call_command("load_sample_data", verbosity=0, stdout=sys.stderr)
    settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"].update(anon=None, user=None)
    clients = {who: APIClient() for who in ("nobody", "member", "other")}
    for client in clients.values():
        client.raise_request_exception = False
    for who in ("member", "other"):
        user = get_user_model().objects.create_user(who)
        clients[who].force_login(user)
    member = {"member": clients["member"]}

    schema = clients["nobody"].get("/api/schema/", {"format": "json"}).json()
    root = clients["nobody"].get("/api/v1/").json()
    for name in root:
        path = f"/api/v1/{name.replace('_', '-')}/"
        if "post" not in schema["paths"].get(path, {}):
            continue
        probe_list(clients, path, parameters(schema, path))
        rows = clients["nobody"].get(path).json()["results"]
        for row in rows[:1]:
            data = {key: value for key, value in row.items() if value is not None}
            # A copy of what is stored already, and one that differs where it can.
            probe(member, "post", path, data, format="json")
            other = {
                key: value[:-1] + "7" if isinstance(value, str) and value else value
                for key, value in data.items()
            }
            created = clients["member"].post(path, other, format="json")
            print(json.dumps({"asked": ["create", path], **told(created)}))
            probe_detail(clients, f"{path}{row['id']}/", other)
            if created.status_code == 201:
                probe_detail(clients, f"{path}{created.json()['id']}/", other)
                probe(clients, "delete", f"{path}{created.json()['id']}/")
            probe(clients, "delete", f"{path}{row['id']}/")
        for key in ("0", "x", "-1", "9" * 30, "00000000-0000-4000-8000-000000000000"):
            for method in ("get", "options", "put", "patch", "delete"):
                probe(clients, method, f"{path}{key}/")


main()
