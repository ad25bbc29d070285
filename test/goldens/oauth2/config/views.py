"""Views of the project as a whole: errors and the icon."""

import errno
import sys

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import (
    FileResponse,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.template.loader import render_to_string
from django.urls import resolve
from django.views import defaults
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
@cache_control(public=True, max_age=86400)
def favicon(_request):
    """Serve the icon where browsers look for it when a page names none."""
    icon = settings.BASE_DIR / "static" / "favicon.svg"
    return FileResponse(icon.open("rb"), content_type="image/svg+xml")


@login_not_required
@csrf_exempt  # Also a client without a token is to learn that nothing is here.
def api_not_found(request):
    """Answer the addresses below /api/ that no other view has."""
    # Every address below /api/ has a view, but all that are in use have another one.
    if resolve(f"{request.path_info}/").func is api_not_found:
        return JsonResponse({"detail": "Not found."}, status=404)
    if request.method in {"GET", "HEAD"}:
        return HttpResponsePermanentRedirect(
            request.get_full_path(force_append_slash=True)
        )
    # A redirect would lose what the request carries.
    detail = f"Not found. The address ends with a slash: {request.path}/"
    return JsonResponse({"detail": detail}, status=404)


def bad_request(request, exception):
    """Answer 400, for example to a host name that is not allowed."""
    if isinstance(exception, RequestDataTooBig):
        return message(request, 413, "This is longer than what is taken here.")
    if is_api(request):
        return JsonResponse({"detail": "Bad request."}, status=400)
    return defaults.bad_request(request, exception)


def permission_denied(request, exception):
    """Answer 403."""
    if is_api(request):
        return JsonResponse({"detail": "Permission denied."}, status=403)
    return defaults.permission_denied(request, exception)


def page_not_found(request, exception):
    """Answer 404."""
    if is_api(request):
        return JsonResponse({"detail": "Not found."}, status=404)
    return defaults.page_not_found(request, exception)


def server_error(request):
    """Answer 500, or 503 where the same request may succeed later."""
    if is_passing(sys.exc_info()[1]):
        response = message(request, 503, "This cannot be done now. Try again later.")
        response["Retry-After"] = "10"
        return response
    if is_api(request):
        return JsonResponse({"detail": "Server error."}, status=500)
    return defaults.server_error(request)


def is_passing(exc):
    """Tell whether nothing is wrong with the site: what it needs is away or full."""
    if isinstance(exc, OSError) and exc.errno in {errno.ENOSPC, errno.EDQUOT}:
        return True
    passing = (OperationalError, InterfaceError, ConnectionError, TimeoutError)
    return isinstance(exc, passing)


def message(request, status, detail):
    """Say in JSON below /api/, and on a page elsewhere, what hinders a request."""
    if is_api(request):
        return JsonResponse({"detail": detail}, status=status)
    context = {"status": status, "detail": detail}
    # Without the request: what asks for its user would ask the database.
    return HttpResponse(render_to_string("message.html", context), status=status)


def is_api(request):
    """Tell whether the answer must be JSON, as every error below /api/ is."""
    return request.path_info.startswith("/api/")
