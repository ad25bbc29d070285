"""Send an API and its pages what nobody should, and print each request that they answer with an error of their own.

Run in the project's folder. Every value below goes into all fields of a resource at once, and into all parameters of its list;
then into those alone that did not refuse it, with what is valid in the others. Last goes the number of requests.
"""

import json
import os
import sys
from importlib import import_module
from io import BytesIO
from tempfile import TemporaryDirectory
from urllib.parse import quote

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
sys.path.insert(0, os.getcwd())

import django

django.setup()

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.models import DateTimeField, DurationField, JSONField
from django.test.utils import override_settings, setup_test_environment
from rest_framework.test import APIClient

DEEP = [200, 990, 5000]


def deep(depth, start="[", end="]", core=""):
    return start * depth + core + end * depth


# Texts of JSON values, for some of them are no value of Python's.
VALUES = [
    *("null", "true", "false", "0", "-1", "1", "2", "7", "-0", "0.5", "1e2", "1.0", "NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e-400"),
    *(str(sign * 2**bits + one) for bits in (15, 31, 63, 64) for sign in (1, -1) for one in (-1, 0)),
    *("9" * 30, "9" * 300, "9" * 5000, "1." + "9" * 50, "1e30", "1e308", "0." + "0" * 100 + "1"),
    *("[]", "{}", "[[]]", "[{}]", "[null]", "[1]", "[1, 1]", "[0]", "[true]", '["x"]', '[[1]]', "[1.5]", '[{"id": 1}]', '{"id": 1}', '{"pk": 1}', '{"": 1}', '{"a": {"b": [1e308, "\\u0000"]}}'),
    *(deep(depth) for depth in DEEP),
    *(deep(depth, '{"a":', "}", "1") for depth in DEEP),
    *(deep(depth, '[{"a":', "}]", '"x"') for depth in DEEP),
    *("[" + ",".join(["1"] * 2000) + "]", "[" + ",".join(["9" * 25] * 20) + "]"),
    *map(
        json.dumps,
        [
            "", " ", "\t", "\n", "\x00", "a\x00b", "\x7f", "\x1b[31m", "\ud800", "\udfff\ud800", "\U0010ffff", "\u202e", "é" * 300, "x" * 100_000,
            "1", "-1", "0", "007", "1.0", "1,0", "1e5", "0x10", "1_000", "٣", "９", "²", "½", "NaN", "inf", "-inf", "Infinity", "sNaN", "true", "null", "None", "on",
            "9" * 30, "9" * 5000, "-" + "9" * 30, "0." + "9" * 60, "1E+999999999", "1E-999999999", "1e400",
            "2026-01-01", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-W01", "2026-001", "20260101", "-2026-01-01",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-01-01T00:00:00+99:99", "2026-01-01 24:00",
            "2026-03-29T02:30:00", "2026-01-01T00:00:60Z", "12:00", "24:00", "23:59:60", "12:00:00.0000001", "12:00+02:00", "00:00:00Z",
            "P1D", "P", "PT", "-P1D", "P99999999999D", "PT1E9S", "999999999 23:59:59", "-999999999 00:00:00", "106751991 04:00:54.775807", "106751992 00:00:00", "1:2:3:4", "P1Y2M",
            "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "urn:uuid:00000000000000000000000000000000", "g" * 32, "0" * 33, "1" * 31,
            "127.0.0.1", "999.1.1.1", "::1", "::ffff:1.2.3.4", "fe80::1%eth0", "1::2::3", ":" * 100, "0177.0.0.1", "127.1", "2001:db8::/32",
            "http://a.io", "http://", "http://[", "http://[::1", "http://a.io:99999999", "javascript:alert(1)", "http://\u2100.io", "http://xn--/", "http://a.io/\x00", "//a.io", "http://" + "a" * 300 + ".io",
            "a@b.io", "a@", "@b", '"a b"@c.io', "a@[127.0.0.1]", "a@[", "a@xn--.io", "é@é.io", "a" * 400 + "@b.io", "a@" + "b." * 200 + "io",
            "<script>alert(1)</script>", "'; DROP TABLE tags; --", "%s", "%(a)s", "{0}", "{input}", "{{ 7 }}", "../../etc/passwd", "C:\\a", "\\", "'", '"',
            "[]", "{}", "[1]", '{"a": "\\u0000"}', "[1e400]", deep(900), deep(100_000), deep(990, '{"a":', "}", "1"),
            "/data/media/x", "data:image/png;base64,AAAA",
        ],
    ),
]
UPLOADS = [
    ("", b""), ("a", b"x"), ("a.png", b""), ("a.png", b"\x89PNG\r\n\x1a\n"), ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\xff" * 20), ("a.gif", b"GIF89a\xff\xff\xff\xff\x80\x00\x00"),
    ("a.html", b"<script>"), ("a.svg", b"<svg onload=alert(1)>"), ("a.pdf", b"%PDF"), ("x" * 300 + ".txt", b"x"), ("../../a.txt", b"x"), ("a\x00.txt", b"x"), ("a\n.txt", b"x"), ("\u202etxt.exe", b"x"),
    (".", b"x"), ("..", b"x"), (".txt", b"x"), ("con.txt", b"x"), ("a.jpg", b"\xff\xd8\xff" + b"\x00" * 50), ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "), ("a.bmp", b"BM" + b"\xff" * 60), ("a.tif", b"II*\x00" + b"\xff" * 30),
    ("big.txt", b"x" * 3_000_000), ("🎉.txt", b"x"), ("%00.txt", b"x"), ("a.txt;.html", b"x"),
]  # fmt: skip
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/xml", "nonsense", "application/json; charset=utf-16", "application/json; charset=nonsense", "\x00"]
BODIES = [b"", b"\x00", b"\xff\xfe", b"{", b"[", b"null", b"1", b'"x"', b"[]", b"[[]]", b"true", b"--x\r\n", b"--x--", b"--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\r\n\r\n", b"a=b&" * 2000, b"%", b"\xef\xbb\xbf{}", b"[" * 100_000, b'{"a":' * 100_000, b"9" * 100_000, b'{"a":1,"a":2}']  # fmt: skip

KEYS = ("0", "-1", "9" * 30, "9" * 5000, "%00", "a%00", "x" * 1000, "1e5", "..", "%D9%A3", "%ED%A0%80", "%FF", "NaN", "1.0", "None", "00000000-0000-4000-8000-000000000000")

sent = 0


def send(client, method, path, data="", **kwargs):
    """Send a request, take back what it stored, and give its answer."""
    global sent
    sent += 1
    try:
        with transaction.atomic():
            response = getattr(client, method)(path, data, **kwargs)
            transaction.set_rollback(True)
    except UnicodeEncodeError:
        return None  # No client can send this.
    if response.exc_info and isinstance(response.exc_info[1], UnicodeEncodeError):
        return None  # REST framework repeats half of a surrogate pair in a message, which its JSONRenderer cannot encode.
    if response.status_code >= 500 or b": NaN" in response.content:
        print("FAILED", response.status_code, method, path[:200], str(data)[-200:], kwargs)
    return response


def send_json(client, method, path, body):
    text = "{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in body.items()) + "}"
    return send(client, method, path, text, content_type="application/json")


def refused(response):
    """Give the names that an answer finds fault with, or None for the whole request."""
    if response is None:
        return None
    if response.status_code != 400:
        return set()
    # What is refused before a view is reached may be a page.
    found = response.json() if response["Content-Type"] == "application/json" else {"detail": ""}
    return None if "detail" in found else set(found)


def plain(value):
    """Give a JSON value as a form has it: its text."""
    return json.loads(value) if value.startswith('"') else value


def attack_fields(client, address, row, valid):
    files = {name for name, value in valid.items() if hasattr(value, "read")}
    body = {name: json.dumps(value) for name, value in valid.items() if name not in files}
    form = {name: plain(value) for name, value in body.items()}
    for value in VALUES:
        wrong = refused(send_json(client, "post", address, dict.fromkeys([*body, "id", "unknown"], value)))
        if wrong is not None:
            taken = dict.fromkeys(body.keys() - wrong, value)
            send_json(client, "post", address, {**body, **taken})
            send_json(client, "patch", row, taken)
        wrong = refused(send(client, "post", address, dict.fromkeys(valid, plain(value)), format="multipart"))
        if wrong is not None:
            taken = dict.fromkeys(body.keys() - wrong, plain(value))
            send(client, "post", address, {**form, **taken}, format="multipart")
    for name in files:
        for title, content in UPLOADS:
            file = BytesIO(content)
            file.name = title
            send(client, "patch", row, {name: file}, format="multipart")


def attack_list(client, address, names):
    for value in VALUES:
        text = quote(plain(value), errors="surrogatepass")[:8000]
        wrong = refused(send(client, "get", f"{address}?" + "&".join(f"{name}={text}" for name in names)))
        if wrong:
            send(client, "get", f"{address}?" + "&".join(f"{name}={text}" for name in set(names) - wrong))


def attack_addresses(client, address, pages):
    for key in KEYS:
        for method in ("get", "put", "patch", "delete"):
            send(client, method, f"{address}{key}/", "{}" if method != "get" else "", content_type="application/json")
        for page in pages:
            send(client, "get", page.format(key))


def attack_bodies(client, address):
    for content_type in TYPES:
        for content in BODIES:
            send(client, "post", address, content, content_type=content_type)


def attack_pages(client, address, row, valid):
    """Fill in the forms of a resource's pages, and ask its list for what is not there.

    Some fields keep what is valid, for Django's own form fields take more than a database: JSON with NaN or thousands of levels
    (`forms.JSONField`), moments whose time in UTC is before the year 1 or after 9999 (`forms.DateTimeField`), and durations
    (`forms.DurationField`) and keys of many-to-many relations that SQLite has no number for.
    """
    files = {name for name, value in valid.items() if hasattr(value, "read")}
    form = {name: value for name, value in valid.items() if name not in files}
    tried = {field.name for field in row._meta.fields if not isinstance(field, (DateTimeField, DurationField, JSONField))} & form.keys()
    for value in map(plain, VALUES):
        response = send(client, "post", f"{address}add/", dict.fromkeys([*tried, "unknown"], value), format="multipart")
        if response is not None and response.context is not None and "form" in response.context:
            taken = dict.fromkeys(tried - response.context["form"].errors.keys(), value)
            send(client, "post", f"{address}{row.pk}/edit/", {**form, **taken}, format="multipart")
        send(client, "get", f"{address}?q={quote(value, errors='surrogatepass')[:8000]}")
    for key in KEYS:
        send(client, "get", f"{address}?page={key}")
    for name in files:
        for title, content in UPLOADS:
            file = BytesIO(content)
            file.name = title
            send(client, "post", f"{address}add/", {**form, name: file}, format="multipart")


def attack(client, user):
    settings.REST_FRAMEWORK.get("DEFAULT_THROTTLE_RATES", {}).update(anon=None, user=None)
    schema = client.get("/api/schema/", {"format": "json"}).json()
    for address, methods in schema["paths"].items():
        if "post" not in methods:
            continue
        url = address.split("/")[-2]
        model = next(one for one in apps.get_models() if one._meta.app_label == url.replace("-", "_"))
        tests = import_module(f"{model._meta.app_label}.tests")
        row = tests.make()
        if hasattr(row, "owner"):
            row.owner = user
            row.save()
        attack_fields(client, address, f"{address}{row.pk}/", tests.valid())
        attack_list(client, address, [one["name"] for one in methods["get"]["parameters"] if one["in"] == "query"])
        pages = [f"/{url}/{{}}/", f"/{url}/{{}}/edit/", f"/admin/{model._meta.label_lower.replace('.', '/')}/{{}}/change/"]
        attack_addresses(client, address, pages)
        attack_pages(client, f"/{url}/", row, tests.valid())
        last = address, f"/{url}/add/"
    # Any resource will do, for bodies are read before it is known which.
    for address in last:
        attack_bodies(client, address)


def main():
    # The pages that show an error to a developer take most of the time.
    setup_test_environment(debug=False)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    client = APIClient(raise_request_exception=False)
    user = get_user_model().objects.create_superuser("hostile")
    client.force_login(user)
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder, STORAGES=storages):
        attack(client, user)
    connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    print(sent)


main()
