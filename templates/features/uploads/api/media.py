from django.conf import settings
from django.views.static import serve
from rest_framework.renderers import JSONRenderer
from rest_framework.views import APIView

# What a browser may show; it stores all else.
SHOWN = {"image/gif", "image/jpeg", "image/png", "image/webp"}


class MediaView(APIView):
    """
    Serve an upload: a picture to look at, all else to store, nothing as a page.

    Whoever may read the API may read the uploads that it names, and gets in the same
    way: a browser by its session, a program by what it logs in with.
    """

    schema = None  # The API's documentation is about the API.
    throttle_classes = ()  # A page may show many pictures.

    def perform_content_negotiation(self, request, force=False):
        # A program may ask for pictures alone. Only errors are rendered here.
        return JSONRenderer(), JSONRenderer.media_type

    def get(self, request, name):
        response = serve(request, name, document_root=settings.MEDIA_ROOT)
        if response.get("Content-Type") not in SHOWN:
            response["Content-Type"] = "application/octet-stream"
            response["Content-Disposition"] = "attachment"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        return response
