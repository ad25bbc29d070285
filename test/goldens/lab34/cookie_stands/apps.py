from django.apps import AppConfig


class CookieStandsConfig(AppConfig):
    name = "cookie_stands"
