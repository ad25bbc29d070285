"""What every template of the website may use."""

from django.conf import settings

NAVIGATION = [
    {
        "label": "Books",
        "url_name": "book-list",
    },
]


def site(_request):
    """Give the templates the site's words, which they escape, and its sections."""
    return {
        "site_title": settings.SITE_TITLE,
        "site_description": settings.SITE_DESCRIPTION,
        "site_author": settings.SITE_AUTHOR,
        "navigation": NAVIGATION,
    }
