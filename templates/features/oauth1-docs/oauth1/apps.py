from django.apps import AppConfig


class OAuth1Config(AppConfig):
    name = "oauth1"

    def ready(self):
        # drf-spectacular finds the description of an authentication class once its
        # module is imported.
        from . import schema  # noqa: F401, PLC0415
