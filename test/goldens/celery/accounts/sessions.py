from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Sessions in the database, as Django's own, with keys checked more strictly."""

    def _validate_session_key(self, key):
        # A quoted cookie can hold a NUL, and PostgreSQL answers one with an error.
        return super()._validate_session_key(key) and key.isalnum()
