"""Remove from an image, of packages and static files, what production never reads."""

import os
import shutil
import sys
from pathlib import Path

from django.conf import settings
from django.utils.translation import to_locale

PACKAGES = Path(sys.prefix)


def language(locale):
    """Give the language of a locale: pt for pt_BR."""
    return locale.partition("_")[0]


def remove_translations():
    """Remove the languages that are not in LANGUAGES, and what all are made from."""
    kept = {language(to_locale(code)) for code, _name in settings.LANGUAGES}
    for folder in PACKAGES.rglob("locale/*/LC_MESSAGES"):
        if language(folder.parent.name) not in kept:
            shutil.rmtree(folder)
    for source in PACKAGES.rglob("*.po"):
        source.unlink()


def remove_tests():
    for folder in [*PACKAGES.rglob("tests")]:
        if folder.is_dir():
            shutil.rmtree(folder)


def remove_static_files():
    """Remove what collectstatic has copied, and maps that only a debugger reads."""
    for file in PACKAGES.rglob("static/**/*"):
        if file.is_file() and ".py" not in file.suffix:
            file.unlink()
    for file in settings.STATIC_ROOT.rglob("*.map*"):
        file.unlink()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    remove_translations()
    remove_tests()
    remove_static_files()
