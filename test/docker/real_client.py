"""Log in to a running project as its README says, and try to guess a password.

    python real_client.py ORIGIN POLICY PASSWORD

Prints one line of JSON: the statuses of each step, and what came of the guesses.
"""

import base64
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import requests

ORIGIN, POLICY, PASSWORD = sys.argv[1:]
API = f"{ORIGIN}/api/v1"
# The form leads to another page, the API gives a token.
ENTERED = (requests.codes.found, requests.codes.ok)
BOOK = {"title": "Middlemarch", "author": "George Eliot", "isbn": "9780141439549"}


def csrf(client, page):
    client.get(page)
    return client.cookies["csrftoken"]


def log_in(username, password):
    """Give a client that has asked to log in by the policy, and the answer that it got."""
    client = requests.Session()
    data = {"username": username, "password": password}
    if POLICY == "session":
        page = f"{ORIGIN}/api-auth/login/"
        form = {**data, "csrfmiddlewaretoken": csrf(client, page), "next": "/healthz"}
        answer = client.post(page, data=form, allow_redirects=False)
        client.headers["X-CSRFToken"] = client.cookies.get("csrftoken", "")
        return client, answer
    answer = client.post(f"{API}/token/", json=data)
    if answer.ok:
        tokens = answer.json()
        client.headers["Authorization"] = (
            f"Token {tokens['token']}"
            if POLICY == "token"
            else f"Bearer {tokens['access']}"
        )
    return client, answer


def guess(number):
    return log_in("victim", f"guess {number}")[1].status_code


def part(content):
    """Give a part of a JSON Web Token."""
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def attack(client, answer):
    """Send what the policy must refuse, and give the statuses."""
    books = f"{API}/books/"
    if POLICY == "session":
        client.headers.pop("X-CSRFToken")
        forged = client.post(books, json=BOOK).status_code
        client.headers["X-CSRFToken"] = client.cookies["csrftoken"]
        return {"forged by another site": forged}
    if POLICY == "token":
        headers = {"Authorization": "Token " + "0" * 40}
        return {"guessed": requests.get(books, headers=headers).status_code}
    _, claims, signature = answer.json()["access"].split(".")
    unsigned = f"{part({'alg': 'none', 'typ': 'JWT'})}.{claims}."
    claim = {"user_id": "1", "token_type": "access", "exp": 10**10, "jti": "1"}
    forged = f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(claim)}.{signature}"
    statuses = [
        requests.get(books, headers={"Authorization": f"Bearer {token}"}).status_code
        for token in (unsigned, forged, answer.json()["refresh"])
    ]
    again = {"refresh": answer.json()["refresh"]}
    refreshed = [
        requests.post(f"{API}/token/refresh/", json=again).status_code for _ in range(3)
    ]
    # Another one, sent ten times at the same moment: two processes answer.
    token = {"refresh": log_in("admin", PASSWORD)[1].json()["refresh"]}
    with ThreadPoolExecutor(10) as pool:
        answers = pool.map(
            lambda _: requests.post(f"{API}/token/refresh/", json=token), range(10)
        )
        at_once = sorted(one.status_code for one in answers)
    return {
        "unsigned, forged, for another use": statuses,
        "refreshed": refreshed,
        "refreshed at once": at_once,
    }


client, answer = log_in("admin", PASSWORD)
nobody = requests.Session()
created = client.post(f"{API}/books/", json=BOOK)
refused = nobody.post(f"{API}/books/", json=BOOK)
told = {
    "list": client.get(f"{API}/books/").status_code,
    "create": created.status_code,
    "refused": refused.status_code,
    "challenge": "WWW-Authenticate" in refused.headers,
    "delete": client.delete(f"{API}/books/{created.json()['id']}/").status_code,
}
if POLICY != "session":
    # What recovers the account is not changed by a token.
    changed = client.patch(f"{API}/me/", json={"email": "thief@example.org"})
    told["changed"] = changed.status_code
    told["me"] = client.get(f"{API}/me/").json()["username"]
told |= attack(client, answer)
for number in range(10):
    log_in("admin", f"guess {number}")
told["in after ten guesses"] = log_in("admin", PASSWORD)[1].status_code in ENTERED
told["then"] = next(
    (status for status in map(guess, range(60)) if status == requests.codes.too_many),
    None,
)
told["still in"] = client.get(f"{API}/books/").status_code
print(json.dumps(told))
