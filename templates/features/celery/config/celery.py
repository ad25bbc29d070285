"""
Celery: tasks that the site does outside of a request.

    celery --app config.celery worker
    celery --app config.celery beat

https://docs.celeryq.dev/en/stable/django/
"""

import logging.config
import os
import tempfile
import warnings
from pathlib import Path

from celery import Celery, signals
from celery.beat import PersistentScheduler
from celery.exceptions import SecurityWarning
from celery.schedules import crontab
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# The containers' users have no names, and Celery takes such a user for root.
warnings.simplefilter("ignore", SecurityWarning)

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# In the time zone of the site.
app.conf.beat_schedule = {
    "clean up": {
        "task": "accounts.tasks.clean_up",
        "schedule": crontab(hour="3", minute="0"),
    },
}

# compose.yaml asks when this file was touched last, for a worker has no address.
HEARTBEAT = Path(tempfile.gettempdir(), "heartbeat")


@signals.setup_logging.connect
def set_up_logging(**_details):
    """Log as the settings say, not as Celery would by itself."""
    logging.config.dictConfig(settings.LOGGING)


@signals.heartbeat_sent.connect
def touch_heartbeat(**_details):
    """Show that the worker has just told Redis of itself."""
    HEARTBEAT.touch()


class Scheduler(PersistentScheduler):
    """Celery's own scheduler, which shows that it looks at its plan."""

    def tick(self, *args, **kwargs):
        HEARTBEAT.touch()
        return super().tick(*args, **kwargs)
