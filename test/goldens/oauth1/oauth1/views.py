"""Where a client gets a token, and where its user takes it back."""

from math import ceil
from urllib.parse import urlsplit

from authlib.oauth1.errors import OAuth1Error
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import DeleteView, ListView

from accounts import clients
from accounts.attempts import TooManyAttempts

from .models import AccessToken
from .server import server


@method_decorator(login_not_required, name="dispatch")
@method_decorator(csrf_exempt, name="dispatch")  # A signature protects them.
class CredentialView(View):
    """What both addresses have that clients ask without a user."""

    http_method_names = ("post",)

    def post(self, request):
        try:
            return clients.answer(
                request, server.client_key(request), lambda: self.try_to(request)
            )
        except TooManyAttempts as error:
            wait = {"Retry-After": ceil(error.wait)}
            return HttpResponse(str(error), status=429, headers=wait)

    def try_to(self, request):
        try:
            return self.respond(request)
        except OAuth1Error as error:
            return server.handle_error_response(error)


class RequestTokenView(CredentialView):
    """Step 1: a temporary credential."""

    def respond(self, request):
        return server.create_temporary_credentials_response(request)


class AuthorizeView(LoginRequiredMixin, View):
    """Step 2: the page where a user allows a client to act for them."""

    @method_decorator(never_cache)
    def get(self, request):
        try:
            asked = server.check_authorization_request(request)
        except OAuth1Error as error:
            return self.refuse(error)
        client = asked.credential.client
        # From a form, browsers follow a redirect only to sites that the page names.
        callback = urlsplit(client.callback)
        names = csp_update({"form-action": [f"{callback.scheme}://{callback.netloc}"]})
        return names(render)(request, "oauth1/authorize.html", {"client": client})

    def post(self, request):
        allowed = "allow" in request.POST
        try:
            asked = server.check_authorization_request(request)
            response = server.create_authorization_response(
                request, grant_user=request.user if allowed else None
            )
        except OAuth1Error as error:
            return self.refuse(error)
        if not allowed:
            asked.credential.delete()  # So that nobody answers otherwise.
        # The callback's own query, letter by letter.
        address = urlsplit(response["Location"])
        query = urlsplit(asked.credential.client.callback).query
        if query:
            address = address._replace(query=f"{query}&{address.query}")
        response["Location"] = address.geturl()
        return response

    def refuse(self, error):
        page = {"error": error.description or error.error}
        return render(self.request, "oauth1/authorize.html", page, status=400)


class AccessTokenView(CredentialView):
    """Step 3: an access token."""

    def respond(self, request):
        return server.create_token_response(request)


class AllowedMixin(LoginRequiredMixin):
    """What the user who asks has allowed."""

    def get_queryset(self):
        tokens = AccessToken.objects.filter(user=self.request.user)
        return tokens.select_related("client").order_by("client__name", "-created")


class AuthorizedTokensView(AllowedMixin, ListView):
    """The page that shows users which clients act for them."""

    template_name = "oauth1/authorized-tokens.html"


class AuthorizedTokenDeleteView(AllowedMixin, DeleteView):
    """The page where a user puts a client out."""

    template_name = "oauth1/authorized-token-delete.html"
    success_url = reverse_lazy("oauth1:authorized-token-list")
