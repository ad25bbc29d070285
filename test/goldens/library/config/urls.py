from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular import views as docs

from . import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="book-list")),
    path("", include("books.urls")),
    path("api/v1/", views.api_root, name="api-root"),
    path("api/v1/statistics/", views.statistics, name="statistics"),
    path("api/schema/", docs.SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", docs.SpectacularSwaggerSplitView.as_view(), name="docs"),
    path("api/redoc/", views.redoc, name="redoc"),
    path("api-auth/", include("rest_framework.urls")),
    path("accounts/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz),
    path("readyz", views.readyz),
]

admin.site.site_header = "Library"
