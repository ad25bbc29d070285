"""
Run the server, and stop it without losing a request.

    python -m config.serve COMMAND...

A server that is told to stop drops the connections that it has not accepted yet. So
/healthz says first that the site stops, and the proxy, which asks it twice a second,
sends nothing more. Then the server gets the signal and answers what it has.
"""

import signal
import subprocess  # nosec B404 (for the image's own command alone)
import sys
import tempfile
import time
from pathlib import Path

# While this file is there, /healthz says that the site stops.
STOPPING = Path(tempfile.gettempdir(), "stopping")
SECONDS = 3


def serve(command):
    """Run the command to its end and return its exit code."""
    # The image's own command; nobody else names one.
    server = subprocess.Popen(command)  # noqa: S603  # nosec B603

    def stop(_number, _frame):
        STOPPING.touch()
        time.sleep(SECONDS)
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return server.wait()


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
