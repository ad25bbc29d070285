from django.contrib.auth.hashers import check_password, make_password

HASHERS = ["accounts.hashers.Argon2PasswordHasher"]


def test_a_password_is_kept_by_argon2(settings):
    settings.PASSWORD_HASHERS = HASHERS
    encoded = make_password("correct horse")
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("correct horse", encoded)
    assert not check_password("wrong", encoded)
