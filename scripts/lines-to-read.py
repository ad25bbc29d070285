"""Count the lines that the owner of a project reads to follow one GET of a list.

Run it in the project's folder with the address of the list. It prints a JSON object with the lines of each file:

- the project's own functions that the request calls,
- its own classes among the view, its model, its serializer and their parts, the middleware and what the view is configured with,
- the URL files that the address passes,
- the settings that decide about the request.
"""

import ast
import inspect
import json
import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
ROOT = Path.cwd().resolve()
sys.path.insert(0, str(ROOT))

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment
from django.urls import Resolver404, URLResolver, get_resolver
from django.utils.module_loading import import_string
from rest_framework.settings import api_settings

SETTINGS = {"DATABASES", "MIDDLEWARE", "REST_FRAMEWORK", "ROOT_URLCONF", "SESSION_ENGINE"}
PARTS = (
    "authentication_classes",
    "content_negotiation_class",
    "filter_backends",
    "pagination_class",
    "permission_classes",
    "renderer_classes",
    "throttle_classes",
    "versioning_class",
)

read = {}


def add(file, first, count):
    """Note lines of a file, each once, where the file is the project's own."""
    path = Path(file).resolve()
    if path.is_relative_to(ROOT):
        read.setdefault(str(path.relative_to(ROOT)), set()).update(range(first, first + count))


def add_source(thing):
    """Note the lines of a function or a class."""
    try:
        lines, first = inspect.getsourcelines(thing)
        add(inspect.getsourcefile(thing), first, len(lines))
    except (OSError, TypeError):
        pass  # It is written in C.


def add_class(cls):
    """Note the lines of a class and of those that it is derived from."""
    for one in inspect.getmro(cls):
        add_source(one)


def called(client, address):
    """Return the code of the project's functions that a request calls."""
    codes = set()

    def note(frame, event, _arg):
        code = frame.f_code
        if event == "call" and not code.co_name.startswith("<") and code.co_filename.startswith(str(ROOT)):
            codes.add(code)

    sys.setprofile(note)
    response = client.get(address)
    sys.setprofile(None)
    assert response.status_code == 200, (address, response.status_code)
    return codes


def add_urls(resolver, path):
    """Note the URL files on the way to an address."""
    if inspect.ismodule(resolver.urlconf_module):
        file = resolver.urlconf_module.__file__
        add(file, 1, len(Path(file).read_text().splitlines()))
    for pattern in resolver.url_patterns:
        try:
            found = pattern.resolve(path)
        except Resolver404:
            continue
        if found:
            if isinstance(pattern, URLResolver):
                add_urls(pattern, pattern.pattern.match(path)[0])
            return


def add_settings():
    """Note the assignments of the settings that decide about a request."""
    file = ROOT / "config/settings.py"
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Assign) and SETTINGS & {getattr(target, "id", "") for target in node.targets}:
            add(file, node.lineno, node.end_lineno - node.lineno + 1)


def add_view(view):
    """Note a list view and the classes that it is made of."""
    add_class(view)
    for name in PARTS:
        part = getattr(view, name) or ()
        for cls in part if isinstance(part, (list, tuple)) else (part,):
            add_class(cls)
    add_class(view.queryset.model)
    add_class(view.serializer_class)
    for field in view.serializer_class().fields.values():
        add_class(type(field))
    filterset = getattr(view, "filterset_class", None)
    if filterset:
        add_class(filterset)
        for one in filterset.base_filters.values():
            add_class(type(one))


def main(address):
    """Count what one GET of an address runs through."""
    resolver = get_resolver()
    view = resolver.resolve(address).func.cls
    setup_test_environment(debug=False)
    setup_databases(verbosity=0, interactive=False)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("reader"), "django.contrib.auth.backends.ModelBackend")
    # The first request also calls what prepares the process.
    called(client, address)
    for code in called(client, address):
        add_source(code)
    add_view(view)
    for name in settings.MIDDLEWARE:
        add_class(import_string(name))
    add_source(api_settings.EXCEPTION_HANDLER)
    add_urls(resolver, address.removeprefix("/"))
    add_settings()
    print(json.dumps({file: len(lines) for file, lines in sorted(read.items())}))


main(sys.argv[1])
