import pytest

from accounts.models import User
from api.ordering import with_key


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ([], ("id",)),
        (["username"], ("username", "id")),
        (["-date_joined"], ("-date_joined", "-id")),
        (["username", "-id"], ("username", "-id")),
        (["pk"], ("pk",)),
    ],
)
def test_an_order_ends_with_the_key(ordering, expected):
    assert with_key(User.objects.order_by(*ordering)).query.order_by == expected
