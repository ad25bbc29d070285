import json

from rest_framework import exceptions, parsers


class JSONParser(parsers.JSONParser):
    """
    JSON, however deep: a body of brackets alone is refused, not an error.

    What no answer could say again is refused as well: half a character, and a number
    too large for what Python makes of it.
    """

    def parse(self, *args, **kwargs):
        try:
            data = super().parse(*args, **kwargs)
            json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
        except RecursionError as exc:
            raise exceptions.ParseError("JSON parse error - nested too deep.") from exc
        except ValueError as exc:
            raise exceptions.ParseError("JSON parse error - no such value.") from exc
        return data
