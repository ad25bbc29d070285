"""Log in to a running project as its README says, and try to guess a password a thousand times.

    python real_client.py ORIGIN POLICY PASSWORD

Prints one line of JSON: the statuses of each step, and how many guesses the server looked at.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import requests

ORIGIN, POLICY, PASSWORD = sys.argv[1:]
API = f"{ORIGIN}/api/v1"
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


client, _ = log_in("admin", PASSWORD)
nobody = requests.Session()
created = client.post(f"{API}/books/", json=BOOK)
told = {
    "list": client.get(f"{API}/books/").status_code,
    "create": created.status_code,
    "me": client.get(f"{API}/me/").json()["username"],
    "refused": nobody.post(f"{API}/books/", json=BOOK).status_code,
    "challenge": "WWW-Authenticate" in nobody.post(f"{API}/books/", json=BOOK).headers,
    "no rights": client.patch(f"{API}/me/", json={"is_staff": False}).status_code,
    "delete": client.delete(f"{API}/books/{created.json()['id']}/").status_code,
}
with ThreadPoolExecutor(8) as pool:
    statuses = Counter(pool.map(guess, range(1000)))
limited = log_in("victim", "another guess")[1]
told["guesses that were looked at"] = sum(
    count for status, count in statuses.items() if status != requests.codes.too_many
)
told["errors"] = sum(
    count for status, count in statuses.items() if status >= requests.codes.server_error
)
told["then"] = limited.status_code
told["wait"] = 0 < int(limited.headers["Retry-After"]) <= 900
told["still in"] = client.get(f"{API}/me/").status_code
print(json.dumps(told))
