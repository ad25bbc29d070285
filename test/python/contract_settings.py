"""The settings of a project, for a client that sends thousands of requests."""

from datetime import timedelta

from config.settings import *
from config.settings import REST_FRAMEWORK

REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"].update(anon=None, user=None)
globals().get("SIMPLE_JWT", {}).update(ACCESS_TOKEN_LIFETIME=timedelta(days=1))
