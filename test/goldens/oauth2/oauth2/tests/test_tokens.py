import pytest
from oauth2_provider.models import AccessToken, Application, RefreshToken

from oauth2.validators import OAuth2Validator

from . import flow


def error_of(response):
    return response.status_code, response.json()["error"]


def test_tokens_and_secrets_are_stored_as_hashes(pair, registered):
    assert not AccessToken.objects.filter(token=pair["access_token"]).exists()
    assert not RefreshToken.objects.filter(token=pair["refresh_token"]).exists()
    assert flow.SECRET not in registered.client_secret


def test_a_refresh_token_brings_new_tokens(client, registered, pair):
    response = flow.refresh(client, registered, pair["refresh_token"])
    assert response.status_code == 200
    new = response.json()
    assert new["access_token"] != pair["access_token"]
    assert new["refresh_token"] != pair["refresh_token"]
    assert AccessToken.objects.count() == 1


@pytest.mark.parametrize("password", ["another one", None])
def test_a_new_password_ends_what_the_user_has_allowed(
    client, registered, pair, user, password
):
    user.first_name = "Ada"
    user.save()
    assert AccessToken.objects.count() == 1
    user.set_password(password)
    user.save()
    assert not AccessToken.objects.exists()
    response = flow.refresh(client, registered, pair["refresh_token"])
    assert error_of(response) == (400, "invalid_grant")


def test_a_refresh_token_that_comes_back_ends_all_that_came_from_it(
    client, registered, pair
):
    new = flow.refresh(client, registered, pair["refresh_token"]).json()
    again = flow.refresh(client, registered, pair["refresh_token"])
    assert error_of(again) == (400, "invalid_grant")
    assert not AccessToken.objects.exists()
    after = flow.refresh(client, registered, new["refresh_token"])
    assert error_of(after) == (400, "invalid_grant")


def test_of_two_refreshes_at_once_one_wins(monkeypatch, client, registered, pair):
    save = OAuth2Validator.save_bearer_token
    meanwhile = []

    def save_later(*args, **kwargs):
        # The other request comes when this one has found its token valid.
        monkeypatch.setattr(OAuth2Validator, "save_bearer_token", save)
        meanwhile.append(flow.refresh(client, registered, pair["refresh_token"]))
        return save(*args, **kwargs)

    monkeypatch.setattr(OAuth2Validator, "save_bearer_token", save_later)
    loser = flow.refresh(client, registered, pair["refresh_token"])
    assert [response.status_code for response in meanwhile] == [200]
    assert error_of(loser) == (400, "invalid_grant")
    assert AccessToken.objects.count() == 1
    assert RefreshToken.objects.filter(revoked__isnull=True).count() == 1


def test_of_two_exchanges_of_a_code_at_once_one_wins(
    monkeypatch, browser, client, registered
):
    code = flow.sent_back(flow.answer(browser, registered))["code"]
    validate = OAuth2Validator.validate_code
    meanwhile = []

    def validate_early(*args, **kwargs):
        valid = validate(*args, **kwargs)
        monkeypatch.setattr(OAuth2Validator, "validate_code", validate)
        meanwhile.append(flow.exchange(client, registered, code))
        return valid

    monkeypatch.setattr(OAuth2Validator, "validate_code", validate_early)
    loser = flow.exchange(client, registered, code)
    assert [response.status_code for response in meanwhile] == [200]
    assert error_of(loser) == (400, "invalid_grant")


def test_a_refresh_token_of_another_client_is_refused(client, pair):
    other = flow.register(name="Another")
    response = flow.refresh(client, other, pair["refresh_token"])
    assert error_of(response) == (400, "invalid_grant")


def test_a_user_who_was_deactivated_gets_no_new_token(client, registered, pair, user):
    user.is_active = False
    user.save()
    response = flow.refresh(client, registered, pair["refresh_token"])
    assert error_of(response) == (400, "invalid_grant")


def test_a_client_gets_a_token_for_itself(client, user):
    registered = flow.register_for_itself(user)
    response = flow.request_token(
        client, registered, grant_type="client_credentials", scope="read"
    )
    assert response.status_code == 200
    assert response.json()["scope"] == "read"
    assert "refresh_token" not in response.json()


def test_a_wrong_secret_gets_nothing(client, user):
    registered = flow.register_for_itself(user)
    response = flow.request_token(
        client, registered, grant_type="client_credentials", client_secret="guessed"
    )
    assert error_of(response) == (401, "invalid_client")


@pytest.mark.parametrize(
    "grant_type", [Application.GRANT_PASSWORD, Application.GRANT_DEVICE_CODE]
)
def test_no_client_takes_a_password(client, user, grant_type):
    registered = flow.register(authorization_grant_type=grant_type)
    response = flow.request_token(
        client,
        registered,
        grant_type=grant_type,
        username=user.get_username(),
        password="correct horse",
    )
    assert response.status_code == 400
    assert not AccessToken.objects.exists()


@pytest.mark.parametrize("kind", ["access_token", "refresh_token"])
def test_a_client_revokes_its_tokens(client, registered, pair, kind):
    response = client.post(
        flow.REVOKE,
        {
            "token": pair[kind],
            "client_id": registered.client_id,
            "client_secret": flow.SECRET,
        },
    )
    assert response.status_code == 200
    assert not AccessToken.objects.exists()
    assert not RefreshToken.objects.filter(revoked__isnull=True).exists()


def test_no_client_revokes_the_tokens_of_another(client, pair):
    other = flow.register(name="Another")
    credentials = {"client_id": other.client_id, "client_secret": flow.SECRET}
    client.post(flow.REVOKE, {"token": pair["access_token"], **credentials})
    assert AccessToken.objects.count() == 1


def introspect(client, registered, token, secret=flow.SECRET):
    credentials = {"client_id": registered.client_id, "client_secret": secret}
    return client.post(flow.INTROSPECT, {"token": token, **credentials})


def test_a_service_learns_whose_token_it_is(client, registered, pair, user):
    answer = introspect(client, registered, pair["access_token"]).json()
    assert answer["active"] is True
    assert answer["username"] == user.get_username()
    assert answer["scope"] == "read write"


def test_a_token_of_a_deactivated_user_is_not_active(client, registered, pair, user):
    user.is_active = False
    user.save()
    answer = introspect(client, registered, pair["access_token"]).json()
    assert answer == {"active": False}


def test_only_a_registered_service_asks(client, registered, pair):
    response = introspect(client, registered, pair["access_token"], "guessed")
    assert response.status_code in {401, 403}
