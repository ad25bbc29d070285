"""
Settings under which the image for production collects its static files.

They name none of the project's own apps, so that their code is not needed: a change
in it collects nothing anew. The Dockerfile copies their static files to static/.
"""

from pathlib import Path

from django.apps import AppConfig

from .settings import *  # noqa: F403
from .settings import BASE_DIR, DJANGO_APPS, THIRD_PARTY_APPS

INSTALLED_APPS = ["django.contrib.staticfiles"]
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *(
        folder
        for app in [*DJANGO_APPS, *THIRD_PARTY_APPS]
        if (folder := Path(AppConfig.create(app).path, "static")).is_dir()
    ),
]
