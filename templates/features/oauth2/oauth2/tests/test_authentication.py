from datetime import timedelta

import pytest
from django.urls import reverse
from rest_framework import status

from . import flow

ROOT = reverse("v1:root")


def get(client, token, address=ROOT):
    return client.get(address, headers={"Authorization": f"Bearer {token}"})


def challenge(response):
    assert response.status_code == status.HTTP_401_UNAUTHORIZED
    return response.headers["WWW-Authenticate"]


def test_a_token_lets_its_user_in(client, user, registered):
    response = get(client, flow.give_token(user, registered))
    assert response.status_code == status.HTTP_200_OK
    assert not response.cookies  # No session comes of it.


@pytest.mark.parametrize("token", ["", "guessed", "two words", "\xff"])
def test_a_token_that_nobody_gave_is_refused(client, db, token):
    assert challenge(get(client, token)).startswith("Bearer ")


def test_an_expired_token_is_refused(client, user, registered):
    token = flow.give_token(user, registered, lasts=timedelta(seconds=-1))
    assert "expired" in challenge(get(client, token))


def test_a_revoked_token_is_refused(client, registered, pair):
    credentials = {"client_id": registered.client_id, "client_secret": flow.SECRET}
    client.post(flow.REVOKE, {"token": pair["access_token"], **credentials})
    challenge(get(client, pair["access_token"]))


def test_a_refresh_token_is_no_access_token(client, pair):
    challenge(get(client, pair["refresh_token"]))


def test_a_user_who_was_deactivated_stays_out(client, user, registered):
    token = flow.give_token(user, registered)
    user.is_active = False
    user.save()
    challenge(get(client, token))


def test_a_client_acts_for_the_user_it_belongs_to(client, user):
    registered = flow.register_for_itself(user)
    token = flow.give_token(None, registered)
    assert get(client, token).status_code == status.HTTP_200_OK
    user.is_active = False
    user.save()
    challenge(get(client, token))


def test_a_client_that_belongs_to_nobody_stays_out(client, db):
    token = flow.give_token(None, flow.register_for_itself(None))
    challenge(get(client, token))


def test_a_token_in_the_address_is_not_read(client, user, registered):
    token = flow.give_token(user, registered, scope="")
    response = client.get(ROOT, {"access_token": token})
    # As for anyone: a token without a scope would have been refused.
    assert response.status_code != status.HTTP_403_FORBIDDEN


def test_a_scope_is_needed_even_to_read(client, user, registered):
    response = get(client, flow.give_token(user, registered, scope="write"))
    assert response.status_code == status.HTTP_403_FORBIDDEN
    assert 'scope="read"' in response.headers["WWW-Authenticate"]


def test_a_query_that_is_not_well_formed_is_a_bad_request(client, user, registered):
    response = get(client, flow.give_token(user, registered), f"{ROOT}?a=%zz")
    assert response.status_code in {200, 400}
