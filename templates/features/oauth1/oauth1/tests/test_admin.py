from django.urls import reverse

from oauth1.models import AccessToken

from . import flow


def test_the_admin_shows_clients_and_ends_tokens(admin_client, user, registered):
    token = flow.give_token(user, registered)
    for model, row in (("client", registered), ("accesstoken", token)):
        page = admin_client.get(reverse(f"admin:oauth1_{model}_changelist"))
        assert "Reading list" in page.text
        page = admin_client.get(reverse(f"admin:oauth1_{model}_change", args=(row.pk,)))
        assert page.status_code == 200
        assert "a secret of the token" not in page.text
    address = reverse("admin:oauth1_accesstoken_delete", args=(token.pk,))
    assert admin_client.post(address, {"post": "yes"}).status_code == 302
    assert not AccessToken.objects.exists()
