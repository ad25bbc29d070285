"""
How often somebody may try to log in, to sign up or to reset a password.

The tries are counted in the database, for all processes of the server see it. The
throttles of REST framework count in the cache, and that is another one in each process.
"""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from django.utils import timezone
from django.utils.crypto import salted_hmac
from rest_framework.throttling import BaseThrottle

from .models import Attempt

PERIOD = timedelta(minutes=15)
# A class shares one address, but not one name.
MOST_BY_NAME = 10
MOST_BY_ADDRESS = 100


class TooManyAttempts(Exception):
    """Somebody has tried too often, and must wait for so many seconds."""

    def __init__(self, wait):
        minutes = ceil(wait / 60)
        unit = "minute" if minutes == 1 else "minutes"
        super().__init__(f"Too many attempts. Try again in {minutes} {unit}.")
        self.wait = wait


def count(action, request, name=""):
    """Count a try of this action, by the name and by the address of who asks."""
    limits = limits_of(action, request, name)
    now = timezone.now()
    Attempt.objects.filter(at__lt=now - PERIOD).delete()
    # Stored first and counted then: of tries at the same moment, each counts those
    # that were stored before it.
    own = [Attempt.objects.create(subject=one, at=now).pk for one in limits]
    try:
        refuse(limits, own)
    except TooManyAttempts:
        # Who is refused has not tried, and need not wait longer for it.
        Attempt.objects.filter(pk__in=own).delete()
        raise
    return own


def limits_of(action, request, name):
    """Give how many tries there may be of what stands for the name and the address."""
    limits = {}
    if name:
        limits[subject(action, "name", name)] = MOST_BY_NAME
    if request is not None:
        limits[subject(action, "address", address(request))] = MOST_BY_ADDRESS
    return limits


def refuse(limits, own=()):
    """Refuse whose tries, but for these own ones, have reached a limit."""
    now = timezone.now()
    for one, limit in limits.items():
        others = Attempt.objects.filter(subject=one, at__gte=now - PERIOD)
        moments = others.exclude(pk__in=own).order_by("-at")
        # When this one is over, there is room for another.
        oldest = moments.values_list("at", flat=True)[limit - 1 : limit].first()
        if oldest is not None:
            raise TooManyAttempts(max(1, (oldest + PERIOD - now).total_seconds()))


def forget(action, name, attempt):
    """Forget the failures under this name, for the last try has succeeded."""
    Attempt.objects.filter(pk__in=attempt).delete()
    Attempt.objects.filter(subject=subject(action, "name", name)).delete()


def subject(action, kind, value):
    """Give what stands for a name or an address; nobody can read it."""
    text = f"{action} {kind} {value}"
    return salted_hmac("accounts.attempts", text, algorithm="sha256").hexdigest()


def address(request):
    """Give the client's address; who has one of IPv6 has the whole network."""
    # REST framework knows which proxies may be believed: NUM_PROXIES.
    text = BaseThrottle().get_ident(request) or ""
    try:
        own = ip_address(text.strip())
    except ValueError:
        return text
    if isinstance(own, IPv6Address):
        return str(ip_network((own, 64), strict=False))
    return str(own)
