import pytest
from django.db import connection
from django.db.models import Q

from books import models

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="Only PostgreSQL has such an index."
    ),
]


def test_a_search_uses_the_index():
    search_fields = ("title", "subtitle", "author", "isbn")
    texts = [(f"{name}__icontains", "word") for name in search_fields]
    with connection.cursor() as cursor:
        # In a small table PostgreSQL would read all rows.
        for scan in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{scan} = off")
    rows = models.Book.objects.all()
    found = rows.filter(Q(*texts, _connector=Q.OR))
    assert found.explain().count("Bitmap Index Scan on ") == len(search_fields)
