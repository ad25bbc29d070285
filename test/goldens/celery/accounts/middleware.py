from math import ceil

from django.shortcuts import render

from .attempts import TooManyAttempts


class TooManyAttemptsMiddleware:
    """Answer 429 on a page where somebody has tried too often; the API does so too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, TooManyAttempts):
            return None
        response = render(request, "429.html", {"exception": exception}, status=429)
        response["Retry-After"] = ceil(exception.wait)
        return response
