from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.response import Response

from api.functions import (
    detail_view,
    filtered_queryset,
    get_object,
    list_view,
    paginated_response,
)

from . import models
from .filters import BookFilter
from .serializers import BookSerializer


@list_view(
    queryset=models.Book.objects.all(),
    serializer_class=BookSerializer,
    filterset_class=BookFilter,
    search_fields=("title", "subtitle", "author", "isbn"),
    ordering_fields=("title", "author", "isbn"),
    ordering=("id",),
)
@api_view(["GET", "POST"])
def book_list(request):
    if request.method == "POST":
        serializer = BookSerializer(
            data=request.data,
            context={"request": request},
        )
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data, status=status.HTTP_201_CREATED)
    return paginated_response(request, filtered_queryset(request))


@detail_view(
    queryset=models.Book.objects.all(),
    serializer_class=BookSerializer,
)
@api_view(["GET", "PUT", "PATCH", "DELETE"])
def book_detail(request, pk):
    instance = get_object(request, pk)
    if request.method == "DELETE":
        instance.delete()
        return Response(status=status.HTTP_204_NO_CONTENT)
    if request.method in {"PUT", "PATCH"}:
        serializer = BookSerializer(
            instance,
            data=request.data,
            partial=request.method == "PATCH",
            context={"request": request},
        )
        serializer.is_valid(raise_exception=True)
        serializer.save()
    else:
        serializer = BookSerializer(
            instance,
            context={"request": request},
        )
    return Response(serializer.data)
