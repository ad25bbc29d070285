"""How the API's documentation describes signed requests."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension


class OAuth1Scheme(OpenApiAuthenticationExtension):
    target_class = "oauth1.authentication.OAuth1Authentication"
    name = "oauth1"

    def get_security_definition(self, auto_schema):
        # OpenAPI has no type of its own for OAuth 1.0a.
        return {
            "type": "http",
            "scheme": "oauth",
            "description": "Each request is signed as OAuth 1.0a says.",
        }
