from django.utils import timezone
from rest_framework import response
from rest_framework.generics import GenericAPIView
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from books.models import Book

from .serializers import StatisticsSerializer

COUNTED = [
    Book,
]


class RootView(APIView):
    """The endpoints of this API."""

    schema = None  # A list of addresses needs no place in the documentation.

    def get(self, request):
        names = [
            ("books", "book-list"),
            ("statistics", "statistics"),
        ]
        return response.Response(
            {key: reverse(name, request=request) for key, name in names}
        )

    def get_view_name(self):
        return "API root"


class StatisticsView(GenericAPIView):
    """Figures about what is stored."""

    serializer_class = StatisticsSerializer
    pagination_class = None
    filter_backends = ()

    def get(self, _request):
        figures = {model._meta.app_label: model.objects.count() for model in COUNTED}
        figures["counted_at"] = timezone.now()
        return response.Response(self.get_serializer(figures).data)

    def get_view_name(self):
        return "Statistics"
