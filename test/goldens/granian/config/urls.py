"""
URL configuration: which view answers which address.

https://docs.djangoproject.com/en/5.2/topics/http/urls/
"""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from api.health import healthz

from . import views

urlpatterns = [
    path("", include("config.site_urls")),
    path("api/v1/", include("api.urls")),
    path("admin/", admin.site.urls),
    # Login and logout of the browsable API.
    path("api-auth/", include("rest_framework.urls")),
    # Below /api/ an unknown address is answered in JSON.
    re_path(r"^api(?:/|$)", views.api_not_found),
    path("healthz", healthz),
    path("favicon.ico", views.favicon),
]

handler400 = "config.views.bad_request"
handler403 = "config.views.permission_denied"
handler404 = "config.views.page_not_found"
handler500 = "config.views.server_error"

admin.site.site_header = settings.SITE_TITLE
admin.site.site_title = settings.SITE_TITLE
