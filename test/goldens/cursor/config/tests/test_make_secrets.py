from config.make_secrets import make_secrets


def test_it_makes_what_is_missing(tmp_path, capsys):
    (tmp_path / "one").write_text("mine")
    (tmp_path / "one").chmod(0o600)
    make_secrets(tmp_path, ["one", "two"])
    assert (tmp_path / "one").read_text() == "mine"
    assert len((tmp_path / "two").read_text()) > 60
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o444}
    assert "mine" not in capsys.readouterr().out
