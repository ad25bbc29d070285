import json
from fnmatch import filter as matching
from pathlib import Path

PATCH = json.loads(Path(__file__).with_name("openapi.json").read_text())


def patch_schema(result, patch=PATCH, **_options):
    """Apply openapi.json to the schema; null removes, "*" stands for what is there."""
    if isinstance(result, list):
        result = {parameter["name"]: parameter for parameter in result}
    for key, value in patch.items():
        for name in matching(result, key) if "*" in key else [key]:
            if value is None:
                result.pop(name, None)
            elif isinstance(value, dict):
                patch_schema(result.setdefault(name, {}), value)
            else:
                result[name] = value
    return result
