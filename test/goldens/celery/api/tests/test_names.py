import pytest
from rest_framework import generics, viewsets
from rest_framework.views import APIView

from accounts.models import User
from api.names import view_name


class UserList(generics.ListAPIView):
    queryset = User.objects.all()


class UserDetail(generics.RetrieveAPIView):
    queryset = User.objects.all()


class UserViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = User.objects.all()


class SystemStatusView(APIView):
    pass


@pytest.mark.parametrize(
    ("view", "name"),
    [
        (UserList(), "Users"),
        (UserDetail(), "User"),
        (UserViewSet(detail=False), "Users"),
        (UserViewSet(detail=True), "User"),
        (UserViewSet(detail=True, name="Log out"), "Log out"),
        (SystemStatusView(), "System Status"),
    ],
)
def test_a_view_is_named_by_its_model(view, name):
    assert view_name(view) == name
