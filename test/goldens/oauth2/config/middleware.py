import logging
import re
import uuid
from contextlib import suppress
from time import perf_counter

from django.conf import settings

from .logs import request_id
from .views import message

logger = logging.getLogger("config.requests")

# What may stand in a log and a header without surprise.
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def request_id_middleware(get_response):
    """
    Give each request an id, which its log lines and its response bear.

    A proxy that already gave it one is believed: X-Request-ID.
    """

    def middleware(request):
        given = request.headers.get("X-Request-ID", "")
        identifier = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        # It is not taken back at the end, for Django logs an error response later.
        request_id.set(identifier)
        started = perf_counter()
        response = get_response(request)
        response["X-Request-ID"] = identifier
        # The container's health check asks too often to tell.
        if request.path != "/healthz":
            fields = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "milliseconds": round((perf_counter() - started) * 1000),
            }
            logger.info("request", extra={"fields": fields})
        return response

    return middleware


def read_to_the_end(get_response):
    """
    Read what nobody has read of a request that is answered, such as one refused.

    A server that answers before the end resets the connection, and the proxy, which
    still sends, then tells the client of a bad gateway instead of the answer.
    """

    def middleware(request):
        response = get_response(request)
        with suppress(OSError):  # The client has gone.
            while request.read(65_536):
                pass
        return response

    return middleware


def length_required(get_response):
    """Refuse a body that comes without its length: Django would read none of it."""

    def middleware(request):
        if "Transfer-Encoding" in request.headers:
            # 400, which the API documents for each body; 411 would be the exact word.
            return message(request, 400, "The header Content-Length is missing.")
        return get_response(request)

    return middleware


def permissions_policy(get_response):
    """Tell browsers what no page needs, a camera for example."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return middleware
