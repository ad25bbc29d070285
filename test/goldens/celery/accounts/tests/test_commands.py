import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _environment(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "root")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse")


def test_the_superuser_of_the_environment_is_created(django_user_model):
    call_command("create_development_superuser")
    user = django_user_model.objects.get()
    assert user.username == "root"
    assert user.is_superuser
    assert user.check_password("correct horse")


def test_without_a_password_one_is_made_and_shown(
    django_user_model, monkeypatch, capsys
):
    monkeypatch.delenv("DJANGO_SUPERUSER_PASSWORD")
    call_command("create_development_superuser")
    password = capsys.readouterr().out.split()[-1]
    assert django_user_model.objects.get().check_password(password)


def test_a_superuser_that_is_there_stays(admin_user, django_user_model):
    call_command("create_development_superuser")
    assert django_user_model.objects.get() == admin_user


@pytest.mark.parametrize(
    "command", ["create_development_superuser", "load_sample_data"]
)
def test_in_production_it_is_refused(settings, command):
    settings.IN_PRODUCTION = True
    with pytest.raises(CommandError):
        call_command(command)
