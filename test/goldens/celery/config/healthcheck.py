"""Ask the server in this container how it is: the image's HEALTHCHECK."""

import http.client
import sys

connection = http.client.HTTPConnection("localhost", 8000, timeout=5)
connection.request("GET", "/healthz")
response = connection.getresponse()
print(response.read().decode())
sys.exit(0 if response.status == http.HTTPStatus.OK else 1)
