from django.core.validators import ProhibitNullCharactersValidator
from drf_spectacular import openapi
from drf_spectacular.authentication import SessionScheme as CookieScheme
from rest_framework import permissions, serializers
from rest_framework.settings import api_settings

from .filters import INTEGERS

# By method: what an operation does, and what else its caller wants to know.
OPERATIONS = {
    "GET": ("Show one {name}", "Answers with the {name} that has this key."),
    "POST": ("Create one {name}", "Answers with what is stored, the key among it."),
    "PUT": ("Replace one {name}", "Every required field must be there."),
    "PATCH": ("Change one {name}", "What the request leaves out stays as it is."),
    "DELETE": ("Delete one {name}", "There is no way to get it back."),
}
LIST = ("List {names}", "Answers in pages; the parameters narrow and order them.")

# OpenAPI's format of a time of day wants an offset behind it, which ours has not.
TIME = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"

# OpenAPI's schema of a document lets it be null.
NULL = {"enum": [None]}

# A database stores no NUL, so that none is looked for.
NO_NUL = r"^[^\x00]*$"

DETAIL = {
    "type": "object",
    "properties": {"detail": {"type": "string"}},
    "required": ["detail"],
}
FIELDS = {
    "type": "object",
    "description": (
        "What is wrong, by the field's name: a list of sentences. What is wrong with "
        "the whole is in non_field_errors, and in detail if nothing could be read."
    ),
    "additionalProperties": True,
}

ERRORS = {
    "400": ("The request has a mistake.", FIELDS),
    "401": ("You are not logged in.", DETAIL),
    "403": ("You may not do this.", DETAIL),
    "404": ("There is nothing at this address.", DETAIL),
    "406": ("This format is not offered.", DETAIL),
    "409": ("This contradicts what is stored.", DETAIL),
    "415": ("The request is in a format that is not read.", DETAIL),
    "429": ("Too many requests; try again later.", DETAIL),
}


class SessionScheme(CookieScheme):
    """The session cookie, which the browser sends by itself."""

    target_class = "api.authentication.SessionAuthentication"


class AutoSchema(openapi.AutoSchema):
    """Describe each operation by the model's words, with the errors it may give."""

    def get_summary(self):
        return self.get_words()[0]

    def get_description(self):
        return super().get_description() or self.get_words()[1]

    def get_words(self):
        """Give the summary and the description, with the model's words in them."""
        queryset = getattr(self.view, "queryset", None)
        if queryset is None:
            return self.view.get_view_name(), ""
        names = queryset.model._meta
        words = LIST if self._is_list_view() else OPERATIONS[self.method]
        return tuple(
            text.format(name=names.verbose_name, names=names.verbose_name_plural)
            for text in words
        )

    def get_operation(self, *args, **kwargs):
        operation = super().get_operation(*args, **kwargs)
        if operation is None:  # The documentation leaves this view out.
            return None
        for status in self.get_error_statuses():
            description, schema = ERRORS[status]
            operation["responses"].setdefault(
                status,
                {
                    "description": description,
                    "content": {"application/json": {"schema": schema}},
                },
            )
        return operation

    def get_auth(self):
        """Say of a permission of one's own, too, that whoever reads need not log in."""
        auths = super().get_auth()
        is_open = self.method in permissions.SAFE_METHODS and all(
            isinstance(one, permissions.IsAuthenticatedOrReadOnly)
            for one in self.view.get_permissions()
        )
        return [*auths, {}] if is_open and {} not in auths else auths

    def _get_filter_parameters(self):
        parameters = super()._get_filter_parameters()
        for parameter in parameters:
            schema = parameter["schema"]
            if schema["type"] == "integer":
                schema["minimum"] = INTEGERS["min_value"]
                schema["maximum"] = INTEGERS["max_value"]
            is_plain = schema.keys() <= {"type", "maxLength"}
            is_ordering = parameter["name"] == api_settings.ORDERING_PARAM
            if schema["type"] == "string" and is_plain and not is_ordering:
                schema["pattern"] = NO_NUL
            elif not is_ordering:  # What is left empty narrows nothing.
                parameter["allowEmptyValue"] = True
        return parameters

    def _map_serializer_field(self, field, *args, **kwargs):
        schema = super()._map_serializer_field(field, *args, **kwargs)
        if schema.get("format") == "time":
            del schema["format"]
            schema["pattern"] = TIME
        if schema.get("format") == "decimal" and "pattern" in schema:
            # A number has a digit before its point.
            pattern = schema["pattern"].replace(r"^-?\d{0,", r"^-?\d{1,")
            schema["pattern"] = pattern.replace("^-?0?", "^-?0")
        if isinstance(field, serializers.IPAddressField) and "format" not in schema:
            schema["oneOf"] = [{"format": "ipv4"}, {"format": "ipv6"}]
        if isinstance(field, serializers.JSONField) and not field.allow_null:
            schema["not"] = NULL
        return schema

    def _insert_field_validators(self, field, schema):
        super()._insert_field_validators(field, schema)
        is_plain = not schema.keys() & {"enum", "format", "oneOf", "pattern"}
        if schema.get("type") == "string" and is_plain and forbids_nul(field):
            schema["pattern"] = NO_NUL

    def map_parsers(self):
        """Leave forms out where a field is a document: what they send is text."""
        media_types = super().map_parsers()
        fields = getattr(self.get_request_serializer(), "fields", {}).values()
        documents = [one for one in fields if isinstance(one, serializers.JSONField)]
        files = [one for one in fields if isinstance(one, serializers.FileField)]
        if documents and not files:
            return [name for name in media_types if name == "application/json"]
        return media_types

    def get_error_statuses(self):
        statuses = {"401", "406", "429"}
        if self.method in {"POST", "PUT", "PATCH"}:
            statuses |= {"400", "403", "409", "415"}
        if self.method == "DELETE":
            statuses |= {"403", "409"}
        if "{" in self.path:
            statuses.add("404")
        if self._is_list_view():
            # A filter with a mistake, and a page after the last one.
            statuses |= {"400", "404"}
        return sorted(statuses)


def forbids_nul(field):
    return not field.read_only and any(
        isinstance(validator, ProhibitNullCharactersValidator)
        for validator in field.validators
    )


def add_security(result, **_kwargs):
    """Say also for the API as a whole how to log in; an operation says it again."""
    schemes = result["components"].get("securitySchemes", {})
    result["security"] = [*({name: []} for name in schemes), {}]
    return result
