from django.contrib.auth import get_user_model, login
from django.contrib.auth.forms import UserCreationForm
from django.views.generic import CreateView


class SignUpForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = get_user_model()
        fields = (
            model.USERNAME_FIELD,
            "email",
        )


class SignUpView(CreateView):
    form_class = SignUpForm
    template_name = "registration/sign_up.html"
    success_url = "/"

    def form_valid(self, form):
        response = super().form_valid(form)
        login(self.request, self.object, "django.contrib.auth.backends.ModelBackend")
        return response
