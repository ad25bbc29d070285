from itertools import count

from accounts.tests import factories as accounts
from cookie_stands.models import CookieStand

numbers = count(1)


def valid(**changes):
    """Give valid data, different each time."""
    number = next(numbers)
    return {
        "location": f"Location {number:04}",
        "description": f"Description {number:04}",
        "hourly_sales": {"number": number},
        "minimum_customers_per_hour": number,
        "maximum_customers_per_hour": number,
        "average_cookies_per_sale": number + 0.5,
        **changes,
    }


def make(**changes):
    """Store a cookie stand."""
    data = valid(**changes)
    if "owner" not in data:
        data["owner"] = accounts.make()
    cookie_stand = CookieStand.objects.create(**data)
    return cookie_stand
