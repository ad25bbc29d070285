"""Drive every resource of a project's API, and say what it answers.

Run in the project's folder. A line of JSON for each request goes to stdout: what was asked, the
status, the headers and the body, without what differs from run to run.
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

# Tokens, moments, ids and keys that are drawn, and cursors, which hold both.
DRAWN = [
    (r"csrfmiddlewaretoken\W+value=\W+\w+", "token"),
    (r"csrfToken\W+\w+", "token"),
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?", "moment"),
    (r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid"),
    (r"cursor=[\w.-]+", "cursor"),
    (r'(?<="X-Request-ID": ")\w+', "request id"),
]

QUERIES = [
    {},
    {"page": "1"},
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


def say(asked, response):
    headers = {
        name: value
        for name, value in sorted(response.headers.items())
        if name != "Content-Length"
    }
    told = json.dumps(
        {
            "asked": asked,
            "status": response.status_code,
            "headers": headers,
            "body": response.content.decode(),
        },
        default=repr,
    )
    for pattern, word in DRAWN:
        told = re.sub(pattern, word, told)
    print(told)


def probe(clients, method, path, *args, **kwargs):
    for who, client in clients.items():
        response = getattr(client, method)(path, *args, **kwargs)
        say([who, method, path, args, kwargs], response)


def parameters(schema, path):
    """Give the names of what a list can be filtered and ordered by."""
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
    probe(clients, "get", path, HTTP_ACCEPT="image/png")
    for data in ({}, [], "text", None, {"id": 7}):
        probe(clients, "post", path, data, format="json")
    for content_type in ("application/json", "application/xml", "text/plain"):
        probe(clients, "generic", "POST", path, "{", content_type=content_type)


def probe_detail(clients, path, row):
    for method in ("get", "head", "options", "post", "trace"):
        probe(clients, method, path)
    probe(clients, "get", path, HTTP_ACCEPT="text/html")
    for data in ({}, [], row, dict.fromkeys(row), {**row, "id": 7}):
        probe(clients, "patch", path, data, format="json")
        probe(clients, "put", path, data, format="json")
    probe(clients, "put", path, {}, format="multipart")
    probe(clients, "generic", "PATCH", path, "{", content_type="application/json")


def changed(value):
    """Give a text like this one that may be stored beside it."""
    return value[:-1] + "7" if isinstance(value, str) and value else value


def probe_rows(clients, path):
    """Copy the first row, change the copy and the row, and delete both."""
    row = clients["nobody"].get(path).json()["results"][0]
    data = {name: value for name, value in row.items() if value is not None}
    other = {name: changed(value) for name, value in data.items()}
    probe({"member": clients["member"]}, "post", path, data, format="json")
    created = clients["member"].post(path, other, format="json")
    say(["member", "post", path, other], created)
    if created.status_code == 201:
        own = f"{path}{created.json()['id']}/"
        probe_detail(clients, own, other)
        probe(clients, "delete", own)
    probe_detail(clients, f"{path}{row['id']}/", other)
    probe(clients, "delete", f"{path}{row['id']}/")
    # Of the kind of this row's key: what else an address takes is up to the converter or the router.
    is_number = isinstance(row["id"], int)
    for key in ("0", "9" * 30) if is_number else ("00000000-0000-4000-8000-000000000000",):
        for method in ("get", "options", "put", "patch", "delete"):
            probe(clients, method, f"{path}{key}/")


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    # The sample data has rows of these users, whom `prepare_development` creates.
    for username in ("ada", "grace", "margaret", "alan"):
        get_user_model().objects.create_user(username)
    call_command("loaddata", "sample", verbosity=0, stdout=sys.stderr)
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"].update(anon=None, user=None)
    clients = {who: APIClient() for who in ("nobody", "member", "other")}
    for who, client in clients.items():
        client.raise_request_exception = False
        if who != "nobody":
            client.force_login(get_user_model().objects.create_user(who))

    schema = clients["nobody"].get("/api/schema/", {"format": "json"}).json()
    lists = [path for path, methods in schema["paths"].items() if "post" in methods]
    for path in lists:
        probe_list(clients, path, parameters(schema, path))
    for path in lists:
        probe_rows(clients, path)


main()
