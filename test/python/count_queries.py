"""Count the queries of a list of a project's API, of its site and of its admin, with one row and with 500.

Run in the project's folder. A line of JSON for each list goes to stdout: its address, and both numbers.
"""

import json
import os
import sys
from importlib import import_module

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["SQLITE_PATH"] = ":memory:"
sys.path.insert(0, os.getcwd())

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

MODEL, API, SITE = sys.argv[1:]
ADDRESSES = [f"/api/v1/{API}/", f"/{SITE}/", f"/admin/{MODEL.replace('.', '/')}/"]


def count(client):
    counts = []
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        counts.append(len(queries))
    return counts


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0, stdout=sys.stderr)
    tests = import_module(f"{MODEL.split('.')[0]}.tests")
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("counter"))
    with transaction.atomic():
        tests.make()
        one = count(client)
        for _ in range(499):
            tests.make()
        for address, first, last in zip(ADDRESSES, one, count(client), strict=True):
            print(json.dumps([address, first, last]))


main()
