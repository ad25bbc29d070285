import json

from rest_framework import exceptions, parsers

DEEPEST = 100
TOO_DEEP = "JSON parse error - nested too deep."


def is_deep(value):
    """
    Tell whether lists and objects are nested deeper than anybody means.

    Python's own functions, such as those that print a value, give up on such a one.
    """
    level = [value]
    for _ in range(DEEPEST):
        level = [part for one in level for part in parts_of(one)]
    return bool(level)


def parts_of(value):
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


class JSONParser(parsers.JSONParser):
    """
    JSON, but not however deep: a body of brackets alone is refused, not an error.

    What no answer could say again is refused as well: half a character, and a number
    too large for what Python makes of it.
    """

    def parse(self, *args, **kwargs):
        try:
            data = super().parse(*args, **kwargs)
            json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
        except RecursionError as exc:
            raise exceptions.ParseError(TOO_DEEP) from exc
        except ValueError as exc:
            raise exceptions.ParseError("JSON parse error - no such value.") from exc
        if is_deep(data):
            raise exceptions.ParseError(TOO_DEEP)
        return data
