from django.contrib.auth import backends, get_user_model

from . import attempts


class ModelBackend(backends.ModelBackend):
    """
    Django's users and their passwords, which nobody may guess for long.

    Whatever asks for a password asks here: the website, the admin, the browsable API
    and the API's own log in.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None:
            username = kwargs.get(get_user_model().USERNAME_FIELD)
        if username is None or password is None:
            return None
        attempt = attempts.count("log in", request, username)
        user = super().authenticate(request, username, password)
        if user is not None:
            attempts.forget("log in", username, attempt)
        return user
