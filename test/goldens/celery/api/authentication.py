"""How the API knows who asks."""

from rest_framework import authentication


class SessionAuthentication(authentication.SessionAuthentication):
    """
    The session of a browser: of the website, the admin and the browsable API.

    It has a challenge, as HTTP wants of each way to log in. So whom nobody knows is
    answered 401, and who is known and may not do a thing is answered 403.
    """

    def authenticate_header(self, _request):
        return 'Session realm="api"'
