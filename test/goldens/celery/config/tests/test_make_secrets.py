from config.make_secrets import make_secrets


def test_it_makes_what_is_missing(tmp_path, capsys):
    (tmp_path / "one").write_text("mine")
    make_secrets(tmp_path, ["one", "two"])
    assert (tmp_path / "one").read_text() == "mine"
    assert len((tmp_path / "two").read_text()) > 60
    assert "mine" not in capsys.readouterr().out
