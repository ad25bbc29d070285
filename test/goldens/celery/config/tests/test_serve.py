import signal
import sys

import pytest

from config import serve

# A server that is told to stop as soon as it runs, and stops.
SERVER = "import os, signal; os.kill(os.getppid(), signal.SIGTERM); signal.pause()"


@pytest.fixture
def stopping(monkeypatch, tmp_path):
    """Wait for no proxy, and give back the signals that were handled before."""
    monkeypatch.setattr(serve, "STOPPING", tmp_path / "stopping")
    monkeypatch.setattr(serve, "SECONDS", 0)
    before = [(one, signal.getsignal(one)) for one in (signal.SIGTERM, signal.SIGINT)]
    yield serve.STOPPING
    for one, handler in before:
        signal.signal(one, handler)


def test_it_ends_as_the_server_ends(stopping):
    assert serve.serve([sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert not stopping.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals.")
def test_it_says_that_the_site_stops(stopping):
    assert serve.serve([sys.executable, "-c", SERVER]) == -signal.SIGTERM
    assert stopping.exists()
