from rest_framework.test import APIClient

from oauth2.tests import flow


def client_of(user):
    """Give a client of the API that has logged in as programs do."""
    token = flow.give_token(user, flow.register(), "read write")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client
