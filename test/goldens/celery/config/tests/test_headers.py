"""What every answer tells browsers to forbid its page."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/admin/login/", "/api/v1/", "/healthz", "/nowhere/"])
def test_pages_load_and_run_what_this_site_serves_in_files(client, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy


def test_pages_may_not_ask_for_a_camera(client):
    answer = client.get("/healthz")
    assert answer["Permissions-Policy"] == settings.PERMISSIONS_POLICY
    assert "camera=()" in answer["Permissions-Policy"]
