import pytest
from django.http import HttpResponse

from config.middleware import read_to_the_end


def test_a_request_is_read_to_its_end_whatever_the_answer(rf):
    request = rf.post("/", b"x" * 100_000, content_type="text/plain")
    answer = read_to_the_end(lambda _request: HttpResponse(status=401))(request)
    assert answer.status_code == 401
    assert request.read() == b""


def test_a_client_that_has_gone_is_no_error(rf):
    class Gone:
        def read(self, *_args):
            raise ConnectionResetError

    request = rf.post("/")
    request._stream = Gone()
    assert read_to_the_end(lambda _request: HttpResponse())(request).content == b""


@pytest.mark.parametrize("path", ["/", "/api/v1/"])
def test_a_body_without_its_length_is_refused(client, path):
    answer = client.post(path, headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 400
    assert b"Content-Length" in answer.content
