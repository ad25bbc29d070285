"""
Make the secrets that compose.production.yaml reads, a file each.

    docker compose --file compose.production.yaml run --rm secrets
"""

import os
import secrets
import sys
from pathlib import Path

FOLDER = Path("/secrets")


def make_secrets(folder, names):
    """Make the files that are not there yet, and let containers read them all."""
    owner = folder.stat()
    # Nobody else gets into the folder. Containers get the files themselves, and run as
    # users of their own, so these may be read.
    folder.chmod(0o700)
    for name in names:
        path = folder / name
        if path.exists():
            print(f"{name}: stays as it is")
        else:
            path.write_text(secrets.token_urlsafe(50))
            print(f"{name}: made")
        # Also of a file that was copied here: a umask may have kept it from others.
        path.chmod(0o444)
        os.chown(path, owner.st_uid, owner.st_gid)


if __name__ == "__main__":
    make_secrets(FOLDER, sys.argv[1:])
