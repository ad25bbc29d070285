from rest_framework import exceptions, parsers


class JSONParser(parsers.JSONParser):
    """JSON, however deep: a body of brackets alone is refused, not an error."""

    def parse(self, *args, **kwargs):
        try:
            return super().parse(*args, **kwargs)
        except RecursionError as exc:
            raise exceptions.ParseError("JSON parse error - nested too deep.") from exc
