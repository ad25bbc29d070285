from accounts.sessions import SessionStore


def test_a_key_with_a_nul_is_no_key():
    assert SessionStore("\0" * 32).session_key is None


def test_letters_and_digits_are_a_key():
    assert SessionStore("a1b2c3d4" * 4).session_key == "a1b2c3d4" * 4
