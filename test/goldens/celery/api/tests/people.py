"""The people of the README's table: who may do what."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission


def person(who):
    """Give a user of that kind; nobody is logged in for the anonymous one."""
    if who == "anonymous":
        return None
    is_staff = who.startswith("staff")
    user = get_user_model().objects.create_user(
        who.replace(" ", "-").replace(",", ""), is_staff=is_staff
    )
    if who == "staff with permission":
        user.user_permissions.set(Permission.objects.all())
    return user
