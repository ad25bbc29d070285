"""Log in to a running project as its README says, and try to guess a password a thousand times.

    python real_client.py ORIGIN POLICY PASSWORD

Prints one line of JSON: the statuses of each step, and how many guesses the server looked at.
"""

import base64
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
    return {"unsigned, forged, for another use": statuses, "refreshed": refreshed}


client, answer = log_in("admin", PASSWORD)
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
told |= attack(client, answer)
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
