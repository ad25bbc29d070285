import pytest

from .factories import make

pytestmark = pytest.mark.django_db


def test_it_is_shown_by_its_location():
    cookie_stand = make()
    assert str(cookie_stand) == cookie_stand.location
