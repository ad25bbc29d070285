"""Log lines of production are JSON and bear the id of their request."""

import json
import logging
import sys

import pytest

from config.logs import JSONFormatter, request_id

pytestmark = pytest.mark.django_db


def test_a_response_bears_a_new_id(client):
    first, second = (client.get("/healthz")["X-Request-ID"] for _ in range(2))
    assert len(first) == 32
    assert first != second


def test_an_id_from_a_proxy_is_kept(client):
    response = client.get("/healthz", headers={"X-Request-ID": "trace-1.2_3"})
    assert response["X-Request-ID"] == "trace-1.2_3"


@pytest.mark.parametrize("given", ["", "two words", "x" * 65, "a\nb", '"', "é"])
def test_an_id_that_could_surprise_is_not_kept(client, given):
    response = client.get("/healthz", headers={"X-Request-ID": given})
    assert len(response["X-Request-ID"]) == 32


def test_a_request_makes_a_line(client, caplog):
    caplog.set_level(logging.INFO, "config.requests")
    response = client.get("/nowhere/?token=private")
    record = next(one for one in caplog.records if one.name == "config.requests")
    line = json.loads(JSONFormatter().format(record))
    assert line["request_id"] == response["X-Request-ID"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/nowhere/", 404)
    assert "private" not in str(line)


def test_an_error_makes_one_line():
    request_id.set("abc")
    try:
        raise ValueError("two\nlines")
    except ValueError:
        error = sys.exc_info()
    record = logging.LogRecord("a", logging.ERROR, "", 1, "No %s", ("luck",), error)
    text = JSONFormatter().format(record)
    line = json.loads(text)
    assert "\n" not in text
    assert (line["level"], line["message"]) == ("ERROR", "No luck")
    assert line["request_id"] == "abc"
    assert "ValueError: two\nlines" in line["exception"]
