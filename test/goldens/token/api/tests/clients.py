from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient


def client_of(user):
    """Give a client of the API that has logged in as programs do."""
    token, _ = Token.objects.get_or_create(user=user)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token.key}")
    return client
