import io

import pytest
from rest_framework.exceptions import ParseError

from api.parsers import JSONParser


def test_json_is_read():
    assert JSONParser().parse(io.BytesIO(b'{"a": 1}')) == {"a": 1}


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff",
        b"[" * 100_000,
        b"[" * 900 + b"]" * 900,
        b'{"a":' * 900 + b"1" + b"}" * 900,
        b'{"a": "\\ud800"}',
        b"[1e400]",
        b"NaN",
    ],
)
def test_other_bodies_are_refused(body):
    with pytest.raises(ParseError):
        JSONParser().parse(io.BytesIO(body))
