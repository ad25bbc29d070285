import pytest
from django.db import DataError, IntegrityError
from rest_framework import status

from api.exceptions import exception_handler


def test_a_conflict_in_the_database_is_409():
    response = exception_handler(IntegrityError("duplicate key"), {})
    assert response.status_code == status.HTTP_409_CONFLICT
    assert "duplicate key" not in str(response.data)


@pytest.mark.parametrize("error", [DataError("too long"), OverflowError("too large")])
def test_a_value_that_the_database_refuses_is_400(error):
    response = exception_handler(error, {})
    assert response.status_code == status.HTTP_400_BAD_REQUEST
    assert "too l" not in str(response.data)


def test_other_errors_are_not_hidden():
    assert exception_handler(ValueError("a bug"), {}) is None
