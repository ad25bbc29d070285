import time

import pytest
from django.db import connection

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
]


def test_a_connection_that_the_database_has_ended_is_not_usable():
    kept = connection.copy()
    kept.ensure_connection()
    try:
        assert kept.is_usable()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(%s)", [kept.connection.info.backend_pid]
            )
        end = time.monotonic() + 5
        while kept.is_usable() and time.monotonic() < end:
            time.sleep(0.01)
        assert not kept.is_usable()
    finally:
        kept.close()
    assert not kept.is_usable()
