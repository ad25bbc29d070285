from django.urls import reverse
from rest_framework import status


def test_the_start_is_the_root_of_the_api(visitor):
    response = visitor.get("/")
    assert response.status_code == status.HTTP_302_FOUND
    assert response["Location"] == reverse("v1:root")
