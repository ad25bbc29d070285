from urllib.parse import urlencode

from authlib.common.security import generate_token
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .server import pending, server


@csrf_exempt
@require_POST
def request_token(request):
    """Step 1: a client says that it wants to ask a user."""
    return server.create_temporary_credentials_response(request)


@login_required
def authorize(request):
    """Step 2: the user allows it, or does not."""
    # PostgreSQL cannot look for a NUL.
    key = request.GET.get("oauth_token", "").replace("\0", "")
    token = get_object_or_404(pending(), oauth_token=key, user=None)
    if request.method != "POST":
        return render(request, "oauth1/authorize.html", {"client": token.client})
    if "allow" in request.POST:
        token.user = request.user
        token.oauth_verifier = generate_token(40)
        token.save()
        query = {"oauth_token": key, "oauth_verifier": token.oauth_verifier}
    else:
        token.delete()
        query = {"error": "access_denied"}
    callback = token.client.callback
    return redirect(f"{callback}{'&' if '?' in callback else '?'}{urlencode(query)}")


@csrf_exempt
@require_POST
def access_token(request):
    """Step 3: the client exchanges its request token for an access token."""
    return server.create_token_response(request)
