"""Where people become members by themselves."""

from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import UserCreationForm
from django.forms import EmailField
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from . import attempts


class SignUpForm(UserCreationForm):
    email = EmailField(
        required=False, help_text="Where a link goes if you forget your password."
    )

    class Meta(UserCreationForm.Meta):
        model = get_user_model()
        fields = ("username", "email")


@method_decorator(login_not_required, name="dispatch")
@method_decorator(never_cache, name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class SignUpView(FormView):
    form_class = SignUpForm
    template_name = "accounts/form.html"

    def post(self, request, *args, **kwargs):
        # That a name is taken must be told here, but not hundreds of times.
        attempts.count("sign up", request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        login(self.request, form.save(), "accounts.backends.ModelBackend")
        return redirect(resolve_url("home"))
