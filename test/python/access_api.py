"""Say what the API of a project's notes answers each kind of person, as one line of JSON.

Run in the project's folder.
"""

import json
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
sys.path.insert(0, os.getcwd())

import django

django.setup()

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import setup_test_environment
from rest_framework.test import APIClient

setup_test_environment()
connection.creation.create_test_db(verbosity=0)

from notes.models import Note
from notes.tests import make, valid

owned = any(field.name == "owner" for field in Note._meta.fields)
address = sys.argv[1]
table = {}


def ask(who, user, row):
    client = APIClient()
    if user is not None:
        client.force_authenticate(user)
    detail = f"{address}{row.pk}/"
    read = {getattr(client, method)(detail).status_code for method in ("get", "options")}
    create = client.post(address, valid(), format="json").status_code
    change = {client.put(detail, valid(), format="json").status_code, client.patch(detail, {}, format="json").status_code}
    deleted = client.delete(detail).status_code
    [read], [change] = read, change
    assert deleted == (204 if change == 200 else change), (who, deleted, change)
    table[who] = [read, create, change]


def user(name, **kwargs):
    return get_user_model().objects.create_user(name, **kwargs)


def make_for(owner):
    row = make()
    Note.objects.filter(pk=row.pk).update(owner=owner)
    return row


member, staff, allowed = user("member"), user("staff", is_staff=True), user("allowed", is_staff=True)
allowed.user_permissions.set(Permission.objects.all())
ask("anonymous", None, make())
ask("member" if not owned else "another member", member, make())
ask("staff", staff, make())
ask("staff with permission", allowed, make())
if owned:
    ask("owner", member, make_for(member))
    if Note._meta.get_field("owner").null:
        ask("member, row without owner", member, make_for(None))
        ask("staff, row without owner", staff, make_for(None))
print(json.dumps(table))
