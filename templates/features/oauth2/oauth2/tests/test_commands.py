import pytest
from django.core.management import CommandError, call_command
from oauth2_provider.models import Application

from . import flow


def test_it_registers_a_client_that_gets_in(capsys, browser, client):
    call_command("create_oauth2_client", "Reader", redirect_uri=flow.CALLBACK)
    shown = capsys.readouterr().out
    registered = Application.objects.get(name="Reader")
    assert registered.client_id in shown
    (secret,) = (
        line.split()[-1]
        for line in shown.splitlines()
        if line.startswith("client secret")
    )
    assert secret not in registered.client_secret
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    response = flow.exchange(client, registered, code, client_secret=secret)
    assert response.status_code == 200


def test_a_public_client_has_no_secret(capsys, browser, client):
    call_command(
        "create_oauth2_client",
        "App",
        public=True,
        client_id="app",
        redirect_uri=flow.CALLBACK,
    )
    assert "secret" not in capsys.readouterr().out
    registered = Application.objects.get(client_id="app")
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    response = flow.exchange(client, registered, code, client_secret=None)
    assert response.status_code == 200


def test_a_client_for_itself_belongs_to_a_user(capsys, user):
    call_command("create_oauth2_client", "Robot", user=user.get_username())
    assert user.get_username() in capsys.readouterr().out
    registered = Application.objects.get(name="Robot")
    assert registered.user == user
    grant_type = Application.GRANT_CLIENT_CREDENTIALS
    assert registered.authorization_grant_type == grant_type


@pytest.mark.parametrize(
    "options", [{"user": "nobody"}, {"redirect_uri": "javascript:alert(1)"}]
)
def test_a_mistake_is_told(db, options):
    with pytest.raises(CommandError):
        call_command("create_oauth2_client", **options)
    assert not Application.objects.exists()
