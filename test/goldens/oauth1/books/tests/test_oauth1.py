from django.urls import reverse
from rest_framework import status

from oauth1.tests import flow

LIST = reverse("v1:book-list")


def test_a_signed_request_lists_them(client, admin_user):
    registered = flow.register()
    held = flow.signer(registered, flow.give_token(admin_user, registered))
    response = flow.send(client, held, LIST, "GET")
    assert response.status_code == status.HTTP_200_OK


def test_a_signed_request_may_write(client, admin_user):
    registered = flow.register()
    held = flow.signer(registered, flow.give_token(admin_user, registered))
    headers = flow.sign(held, "POST", LIST)
    response = client.post(LIST, {}, "application/json", headers=headers)
    # It needs no token against forged requests, as a session would.
    assert response.status_code in {
        status.HTTP_201_CREATED,
        status.HTTP_400_BAD_REQUEST,
    }
