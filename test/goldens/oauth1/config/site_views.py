"""The start page."""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request):
    """Say what this is, and lead on to the API, its documentation and the admin."""
    words = {
        "title": settings.SITE_TITLE,
        "description": settings.SITE_DESCRIPTION,
        "author": settings.SITE_AUTHOR,
    }
    return render(request, "home.html", words)
