from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve

# What a browser may show; it stores all else.
SHOWN = {"image/gif", "image/jpeg", "image/png", "image/webp"}


@require_safe
def media(request, name):
    """Serve an upload: a picture to look at, all else to store, nothing as a page."""
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    if response.get("Content-Type") not in SHOWN:
        response["Content-Type"] = "application/octet-stream"
        response["Content-Disposition"] = "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
