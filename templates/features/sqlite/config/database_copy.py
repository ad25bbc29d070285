"""
Copy the database out of its volume and in again, while the site runs.

    python -m config.database_copy save > database.sqlite3
    python -m config.database_copy restore < database.sqlite3
"""

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing


def copy(source, target):
    """Copy a whole database, at one moment between two transactions."""
    connect = sqlite3.connect
    with closing(connect(source)) as old, closing(connect(target)) as new:
        old.backup(new)


def save(path, output):
    """Write a copy of the database to a binary stream."""
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path)) as file:
        copy(path, file.name)
        shutil.copyfileobj(file, output)


def restore(path, stream):
    """Replace all that the database holds by a copy from a binary stream."""
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path)) as file:
        shutil.copyfileobj(stream, file)
        file.flush()
        copy(file.name, path)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["save"]:
            save(os.environ["SQLITE_PATH"], sys.stdout.buffer)
        case ["restore"]:
            restore(os.environ["SQLITE_PATH"], sys.stdin.buffer)
        case _:
            sys.exit(__doc__)
