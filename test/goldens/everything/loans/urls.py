from django.urls import path

from . import api, views

urlpatterns = [
    path("loans/", views.LoanListView.as_view(), name="loan-list"),
    path("loans/add/", views.LoanCreateView.as_view(), name="loan-add"),
    path("loans/<int:pk>/", views.LoanDetailView.as_view(), name="loan-detail"),
    path("loans/<int:pk>/edit/", views.LoanUpdateView.as_view(), name="loan-edit"),
    path("loans/<int:pk>/delete/", views.LoanDeleteView.as_view(), name="loan-delete"),
    path("api/v1/loans/", api.LoanList.as_view(), name="api-loan-list"),
    path("api/v1/loans/<int:pk>/", api.LoanDetail.as_view(), name="api-loan-detail"),
]
