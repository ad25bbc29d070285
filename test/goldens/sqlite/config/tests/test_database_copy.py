import io
import sqlite3
from contextlib import closing

import pytest

from config.database_copy import restore, save


def run(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "db.sqlite3"
    run(path, "PRAGMA journal_mode=WAL")
    run(path, "CREATE TABLE words (word)")
    run(path, "INSERT INTO words VALUES ('before')")
    return path


def test_what_was_saved_comes_back(database):
    saved = io.BytesIO()
    save(database, saved)
    run(database, "UPDATE words SET word = 'after'")
    with closing(sqlite3.connect(database)) as site:
        assert site.execute("SELECT word FROM words").fetchall() == [("after",)]
        restore(database, io.BytesIO(saved.getvalue()))
        # A connection that was open sees it as well.
        assert site.execute("SELECT word FROM words").fetchall() == [("before",)]


def test_what_is_no_database_changes_nothing(database):
    with pytest.raises(sqlite3.DatabaseError):
        restore(database, io.BytesIO(b"no database, though it is long enough" * 99))
    assert run(database, "SELECT word FROM words") == [("before",)]
    assert [file.name for file in database.parent.glob("tmp*")] == []
