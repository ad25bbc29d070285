import pytest
from django.core.management import CommandError, call_command

from oauth1.models import Client

from . import flow


def test_it_registers_a_client_that_gets_in(capsys, client, db):
    call_command("create_oauth1_client", "Reader", callback=flow.CALLBACK)
    shown = capsys.readouterr().out
    registered = Client.objects.get(name="Reader")
    assert registered.client_id in shown
    assert registered.client_secret in shown
    flow.ask(client, registered)


def test_a_client_with_a_key_has_no_secret(capsys, tmp_path, db):
    key = tmp_path / "key.pem"
    key.write_text("-----BEGIN PUBLIC KEY-----")
    call_command("create_oauth1_client", rsa_public_key=key)
    assert "secret" not in capsys.readouterr().out.split("In its program")[0]
    registered = Client.objects.get()
    assert registered.client_secret == ""
    assert registered.rsa_public_key == key.read_text()


def test_a_mistake_is_told(db):
    with pytest.raises(CommandError):
        call_command("create_oauth1_client", callback="nowhere")
    assert not Client.objects.exists()
