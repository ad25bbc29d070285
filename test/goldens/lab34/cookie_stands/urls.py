from django.urls import path

from . import views

urlpatterns = [
    path("cookie-stands/", views.CookieStandList.as_view(), name="cookie_stand-list"),
    path(
        "cookie-stands/<int:pk>/",
        views.CookieStandDetail.as_view(),
        name="cookie_stand-detail",
    ),
]
