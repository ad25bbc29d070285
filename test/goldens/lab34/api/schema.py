from drf_spectacular import openapi

# By method, for one object and for the list of them.
SUMMARIES = {
    "GET": "Show a {name}",
    "POST": "Create a {name}",
    "PUT": "Replace a {name}",
    "PATCH": "Change a {name}",
    "DELETE": "Delete a {name}",
}

DETAIL = {
    "type": "object",
    "properties": {"detail": {"type": "string"}},
    "required": ["detail"],
}
FIELDS = {
    "type": "object",
    "description": "What is wrong, by the field's name.",
    "additionalProperties": True,
}

ERRORS = {
    "400": ("The request has a mistake.", FIELDS),
    "403": ("You are not logged in, or may not do this.", DETAIL),
    "404": ("There is nothing at this address.", DETAIL),
    "406": ("This format is not offered.", DETAIL),
    "409": ("This contradicts what is stored.", DETAIL),
    "415": ("The request is in a format that is not read.", DETAIL),
    "429": ("Too many requests; try again later.", DETAIL),
}


class AutoSchema(openapi.AutoSchema):
    """Describe each operation by the model's words, with the errors it may give."""

    def get_summary(self):
        queryset = getattr(self.view, "queryset", None)
        if queryset is None:
            return self.view.get_view_name()
        names = queryset.model._meta
        if self._is_list_view():
            return f"List {names.verbose_name_plural}"
        return SUMMARIES[self.method].format(name=names.verbose_name)

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

    def get_error_statuses(self):
        statuses = {"406", "429"}
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
