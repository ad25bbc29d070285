"""How the API's documentation describes access tokens."""

from django.conf import settings
from django.urls import reverse
from drf_spectacular.extensions import OpenApiAuthenticationExtension


class BearerScheme(OpenApiAuthenticationExtension):
    target_class = "oauth2.authentication.BearerAuthentication"
    name = "oauth2"

    def get_security_definition(self, auto_schema):
        token = {
            "tokenUrl": reverse("oauth2_provider:token"),
            "scopes": settings.OAUTH2_PROVIDER["SCOPES"],
        }
        by_code = {
            "authorizationUrl": reverse("oauth2_provider:authorize"),
            "refreshUrl": token["tokenUrl"],
            **token,
        }
        return {
            "type": "oauth2",
            "flows": {"authorizationCode": by_code, "clientCredentials": token},
        }

    def get_security_requirement(self, auto_schema):
        safe = auto_schema.method in {"GET", "HEAD", "OPTIONS"}
        return {self.name: ["read" if safe else "write"]}
