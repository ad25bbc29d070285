"""The mail that resets a password, which a thread sends beside the requests."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from django.contrib.auth.forms import PasswordResetForm
from django.db import connections

logger = logging.getLogger(__name__)

# One after another. A process that is asked to stop sends first what is left.
thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reset-mail")


def send_later(email, **options):
    """Send it without anybody waiting for it."""
    # In the request's context: its language, and its id in the log.
    thread.submit(copy_context().run, work, email, options)


def work(email, options):
    try:
        send(email, **options)
    except Exception:
        # Django logs a mail that cannot be sent; this is anything else.
        logger.exception("A mail that resets a password is lost")
    finally:
        connections.close_all()


def send(email, **options):
    """Send the link that resets a password to whoever has this address."""
    form = PasswordResetForm({"email": email})
    if form.is_valid():
        form.save(**options)
