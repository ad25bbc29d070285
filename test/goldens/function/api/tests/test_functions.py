import pytest
from rest_framework import serializers, status
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import BasePermission
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory, force_authenticate

from accounts.models import User
from api.functions import (
    detail_view,
    filtered_queryset,
    get_object,
    list_view,
    paginated_response,
)

pytestmark = pytest.mark.django_db


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ("id", "username")


class IsThemselves(BasePermission):
    def has_object_permission(self, request, view, obj):
        return obj == request.user


@list_view(
    queryset=User.objects.order_by("username"),
    serializer_class=UserSerializer,
    search_fields=("username",),
    ordering_fields=("username",),
)
@api_view(["POST", "GET"])
def user_list(request):
    """List users."""
    return paginated_response(request, filtered_queryset(request))


@detail_view(queryset=User.objects.all(), serializer_class=UserSerializer)
@api_view(["DELETE", "GET"])
@permission_classes([IsThemselves])
def user_detail(request, pk):
    return Response(UserSerializer(get_object(request, pk)).data)


def call(view, user, *args, method="get", **query):
    request = getattr(APIRequestFactory(), method)("/", query or None)
    force_authenticate(request, user)
    return view(request, *args)


def usernames(response):
    return [user["username"] for user in response.data["results"]]


def test_a_list_is_searched_and_ordered(user, django_user_model):
    django_user_model.objects.create(username="ada-2")
    django_user_model.objects.create(username="grace")
    assert usernames(call(user_list, user)) == ["ada", "ada-2", "grace"]
    assert usernames(call(user_list, user, search="ada", ordering="-username")) == [
        "ada-2",
        "ada",
    ]


def test_one_object_is_found_by_its_key_alone(user):
    response = call(user_detail, user, user.pk, search="nobody")
    assert response.data == {"id": user.pk, "username": user.username}


def test_what_is_not_there_is_not_found(user):
    assert call(user_detail, user, 0).status_code == status.HTTP_404_NOT_FOUND


def test_what_is_not_theirs_is_forbidden(user, django_user_model):
    other = django_user_model.objects.create(username="grace")
    response = call(user_detail, user, other.pk)
    assert response.status_code == status.HTTP_403_FORBIDDEN


@pytest.mark.parametrize(
    ("view", "args", "allow"),
    [
        (user_list, (), "GET, POST, HEAD, OPTIONS"),
        (user_detail, (1,), "GET, DELETE, HEAD, OPTIONS"),
    ],
)
@pytest.mark.parametrize("method", ["put", "options"])
def test_methods_are_named_in_one_order(user, view, args, allow, method):
    assert call(view, user, *args, method=method)["Allow"] == allow


def test_head_is_answered_as_get_is(user):
    response = call(user_list, user, method="head")
    assert response.status_code == status.HTTP_200_OK


def test_the_docstring_describes_the_view(user):
    assert call(user_list, user, method="options").data["description"] == "List users."
