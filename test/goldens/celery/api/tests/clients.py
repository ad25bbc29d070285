from rest_framework.test import APIClient


def client_of(user):
    """Give a client of the API that has logged in as programs do."""
    client = APIClient()
    client.force_login(user)
    return client
