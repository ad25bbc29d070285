"""The browsable API runs under the site's Content-Security-Policy."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

ROOT = reverse("v1:root")
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]* (?:src|type)=)")


def page(client, path):
    return client.get(path, HTTP_ACCEPT="text/html").content.decode()


def test_no_style_and_no_script_stands_in_a_page(anonymous, member):
    lists = member.get(ROOT).json().values()
    for path in [reverse("rest_framework:login"), ROOT, *lists]:
        for client in (anonymous, member):
            assert INLINE.findall(page(client, path)) == [], path


def test_a_user_can_log_out(member):
    assert 'action="/api-auth/logout/"' in page(member, ROOT)
