from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular import views as docs
from rest_framework_simplejwt import views as jwt

from accounts import api

from . import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="post-list")),
    path("", include("posts.urls")),
    path("api/v1/", views.api_root, name="api-root"),
    path("api/v1/statistics/", views.statistics, name="statistics"),
    path("api/v1/me/", api.MeView.as_view(), name="me"),
    path("api/v1/token/", api.LoginView.as_view(), name="token"),
    path("api/v1/token/refresh/", jwt.TokenRefreshView.as_view(), name="token-refresh"),
    path("api/v1/token/verify/", jwt.TokenVerifyView.as_view(), name="token-verify"),
    path(
        "api/v1/token/blacklist/",
        jwt.TokenBlacklistView.as_view(),
        name="token-blacklist",
    ),
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
