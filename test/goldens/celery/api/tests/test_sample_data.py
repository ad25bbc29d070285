import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from api.management.commands import load_sample_data

pytestmark = pytest.mark.django_db


def test_sample_data_are_loaded_once(monkeypatch, capsys):
    call_command("load_sample_data")
    assert "sample data loaded" in capsys.readouterr().out
    # What would load them again.
    monkeypatch.delattr(load_sample_data, "call_command")
    call_command("load_sample_data")
    assert "there is data already" in capsys.readouterr().out


def test_sample_data_that_no_longer_fit_are_left_out(monkeypatch, capsys):
    def fail(*_args, **_options):
        raise IntegrityError("no such row")

    monkeypatch.setattr(load_sample_data, "call_command", fail)
    call_command("load_sample_data")
    assert "not loaded. no such row" in capsys.readouterr().err


def test_sample_data_are_for_development(settings):
    settings.IN_PRODUCTION = True
    with pytest.raises(CommandError, match="development"):
        call_command("load_sample_data")
