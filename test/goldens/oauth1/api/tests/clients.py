from rest_framework.test import APIClient

from oauth1.tests import flow


class SigningClient(APIClient):
    """Signs each request. A body in JSON or in parts is no part of what is signed."""

    def __init__(self, held):
        super().__init__()
        self.held = held

    def generic(self, method, path, *args, **extra):
        extra["headers"] = flow.sign(self.held, method, path)
        return super().generic(method, path, *args, **extra)


def client_of(user):
    """Give a client of the API that has logged in as programs do."""
    registered = flow.register()
    return SigningClient(flow.signer(registered, flow.give_token(user, registered)))
