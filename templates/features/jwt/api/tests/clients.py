from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken


def client_of(user):
    """Give a client of the API that has logged in as programs do."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {AccessToken.for_user(user)}")
    return client
