from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError, DataError, IntegrityError, connection
from django.http import JsonResponse
from rest_framework import views
from rest_framework.decorators import api_view
from rest_framework.exceptions import APIException, ParseError
from rest_framework.response import Response
from rest_framework.reverse import reverse


@api_view()
def api_root(request):
    """List the endpoints of this API."""
    return Response(
        {
            "posts": reverse("post-list", request=request),
        }
    )


def exception_handler(exc, context):
    """Turn database and parser errors into 4xx responses; DRF handles the rest."""
    if isinstance(exc, IntegrityError):
        views.set_rollback()
        return Response({"detail": "This conflicts with other data."}, status=409)
    if isinstance(exc, (DataError, OverflowError, RecursionError, SuspiciousOperation)):
        exc = ParseError("A value is out of range, too large or nested too deeply.")
    if settings.DEBUG and isinstance(exc, DatabaseError):
        exc = APIException(f"If a table or column is missing, run migrate. {exc}")
    return views.exception_handler(exc, context)


def healthz(_request):
    """Liveness probe: the server responds; no database query."""
    return JsonResponse({"status": "ok"})


def readyz(_request):
    """Readiness probe: the database responds."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "error"}, status=503)
    return JsonResponse({"status": "ok"})
