import pytest
from django.core.management import call_command

from books import models

pytestmark = pytest.mark.django_db


def test_sample_data_are_valid():
    call_command("load_sample_data")
    rows = models.Book.objects.all()
    assert rows
    for row in rows:
        row.full_clean()
