from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response
from rest_framework.settings import api_settings

from .models import Book
from .serializers import BookSerializer


@extend_schema(methods=["GET"], responses=BookSerializer(many=True))
@extend_schema(methods=["POST"], responses={201: BookSerializer})
@api_view(["GET", "POST"])
def book_list(request):
    if request.method == "GET":
        queryset = Book.objects.all()
        view = request.parser_context["view"]
        for backend in view.filter_backends:
            queryset = backend().filter_queryset(request, queryset, view)
        paginator = PageNumberPagination()
        page = paginator.paginate_queryset(queryset, request, view)
        serializer = BookSerializer(page, many=True)
        return paginator.get_paginated_response(serializer.data)
    serializer = BookSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=201)


# REST framework reads these from the class that it makes of the function.
book_list.cls.queryset = Book.objects.none()
book_list.cls.serializer_class = BookSerializer
book_list.cls.filter_backends = api_settings.DEFAULT_FILTER_BACKENDS
book_list.cls.pagination_class = PageNumberPagination
book_list.cls.filterset_fields = ("title", "author", "isbn")
book_list.cls.search_fields = ("title", "subtitle", "author", "isbn")
book_list.cls.ordering_fields = ("title", "author", "isbn")


@api_view(["GET", "PUT", "PATCH", "DELETE"])
def book_detail(request, pk):
    instance = get_object_or_404(Book, pk=pk)
    if request.method == "DELETE":
        instance.delete()
        return Response(status=204)
    if request.method == "GET":
        serializer = BookSerializer(instance)
    else:
        serializer = BookSerializer(
            instance, data=request.data, partial=request.method == "PATCH"
        )
        serializer.is_valid(raise_exception=True)
        serializer.save()
    return Response(serializer.data)


book_detail.cls.queryset = Book.objects.none()
book_detail.cls.serializer_class = BookSerializer
