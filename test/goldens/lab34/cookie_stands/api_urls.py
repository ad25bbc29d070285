from django.urls import path

from . import api

urlpatterns = [
    path(
        "",
        api.CookieStandList.as_view(),
        name="cookie_stand-list",
    ),
    path(
        "<int:pk>/",
        api.CookieStandDetail.as_view(),
        name="cookie_stand-detail",
    ),
]
