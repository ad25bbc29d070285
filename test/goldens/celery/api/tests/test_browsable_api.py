"""The browsable API runs under the site's Content-Security-Policy."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

ROOT = reverse("v1:root")
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]* (?:src|type)=)")


def page(client, path):
    response = client.get(path, HTTP_ACCEPT="text/html")
    assert "</html>" in response.content.decode()
    return response.content.decode()


def test_no_style_and_no_script_stands_in_a_page(anonymous, member):
    lists = member.get(ROOT).json().values()
    others = [reverse(name) for name in ("rest_framework:login", "v1:root", "v1:me")]
    for path in [*others, *lists]:
        for client in (anonymous, member):
            assert INLINE.findall(page(client, path)) == [], path


def test_a_user_can_log_out(member):
    assert 'action="/api-auth/logout/"' in page(member, ROOT)
