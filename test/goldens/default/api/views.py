from django.utils import timezone
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from books.models import Book

from .serializers import StatisticsSerializer


class RootView(APIView):
    """The endpoints of this API."""

    schema = None  # A list of addresses needs no place in the documentation.

    def get(self, request):
        names = {
            "books": "book-list",
            "statistics": "statistics",
        }
        return Response(
            {key: reverse(name, request=request) for key, name in names.items()}
        )

    def get_view_name(self):
        return "API root"


class StatisticsView(GenericAPIView):
    """Figures about what is stored."""

    serializer_class = StatisticsSerializer
    pagination_class = None
    filter_backends = ()

    def get(self, _request):
        figures = {
            "books": Book.objects.count(),
            "counted_at": timezone.now(),
        }
        return Response(self.get_serializer(figures).data)

    def get_view_name(self):
        return "Statistics"
