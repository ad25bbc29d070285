"""Programs with a secret of their own, which nobody may guess for long."""

from . import attempts

ACTION = "client"
# What is answered to a secret, a code or a token that is not right.
GUESSES = {400, 401, 403}
# What is answered where the client itself is not known by what it sent.
UNKNOWN = {401, 403}


def answer(request, client, respond):
    """
    Give the response that respond makes, unless too many have failed before.

    Only failures are counted: one client may act for many users at a time. And a
    client's id is no secret, so those under it count from the same address alone, or
    anybody could shut a client out.
    """
    name = f"{client} at {attempts.address(request)}"
    attempts.refuse(attempts.limits_of(ACTION, request, name))
    response = respond()
    if response.status_code in GUESSES:
        known = response.status_code not in UNKNOWN
        attempts.count(ACTION, request, "" if known else name)
    return response
