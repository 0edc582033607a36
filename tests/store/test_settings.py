"""Settings from file, variables and flags; every mistake named with its place."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

from drill import settings
from drill.errors import BadInput


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"DRILL_HOME": str(tmp_path / "home")}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "config.toml"
    path.parent.mkdir()
    return path


def test_home_moves_everything(environ: dict[str, str], tmp_path: Path) -> None:
    found = settings.load(environ)
    home = tmp_path / "home"
    assert (found.home, found.log, found.config) == (home, home / "log.db", home / "config.toml")
    assert {found.workspace, found.cache, found.runtime} == {home / "workspace", home / "cache", home / "run"}
    assert (found.framework, found.desired_retention, found.banks) == ("numpy", 0.9, ())


def test_without_it_the_platforms_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = settings.load({})
    assert found.workspace == tmp_path / "drill"
    assert {tmp_path in place.parents for place in (found.home, found.config, found.cache)} == {True}


def test_no_home_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: (_ for _ in ()).throw(KeyError("no such user")))
    with pytest.raises(BadInput, match="no home directory") as caught:
        settings.load({})
    assert "DRILL_HOME" in caught.value.todo


def test_the_later_wins(environ: dict[str, str], config: Path) -> None:
    config.write_text('framework = "torch"\nnew_per_day = 2\nminutes_per_day = 30\n')
    found = settings.load(
        {**environ, "DRILL_NEW_PER_DAY": "3", "DRILL_MINUTES_PER_DAY": ""}, {"device": "cuda"}
    )
    assert (found.framework, found.new_per_day, found.minutes_per_day, found.device) == (
        "torch",
        3,
        30,
        "cuda",
    )
    assert settings.load({**environ, "DRILL_NEW_PER_DAY": "3"}, {"new_per_day": 4}).new_per_day == 4
    assert settings.load(environ, {"framework": None}).framework == "torch"


def test_lists(environ: dict[str, str], config: Path, tmp_path: Path) -> None:
    config.write_text(f'banks = ["{tmp_path}"]\ntopics_off = ["nlp", "cv"]\n')
    found = settings.load(environ)
    assert (found.banks, found.topics_off) == ((tmp_path,), ("nlp", "cv"))
    found = settings.load({**environ, "DRILL_BANKS": "/a:/b", "DRILL_TOPICS_OFF": "x, y"})
    assert (found.banks, found.topics_off) == ((Path("/a"), Path("/b")), ("x", "y"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 3\n", "unknown setting 'colour'"),
        ("new_per_dya = 3\n", "unknown setting 'new_per_dya'"),
        ("new_per_day = -1\n", "new_per_day must be a whole number"),
        ("new_per_day = true\n", "new_per_day must be"),
        ("desired_retention = 1.0\n", "desired_retention must be a number from 0.7 to 0.97"),
        ('framework = "jax"\n', "framework must be numpy or torch, not 'jax'"),
        ('topics_off = "nlp"\n', "topics_off must be a list"),
        ("workspace = 3\n", "workspace must be a folder"),
        ("framework = \n", "not valid TOML"),
    ],
)
def test_mistakes_in_the_file(environ: dict[str, str], config: Path, text: str, says: str) -> None:
    config.write_text(text)
    with pytest.raises(BadInput, match=says) as caught:
        settings.load(environ)
    assert str(config) in caught.value.message
    assert caught.value.todo


def test_near_names_are_suggested(environ: dict[str, str], config: Path) -> None:
    config.write_text("new_per_dya = 3\n")
    with pytest.raises(BadInput) as caught:
        settings.load(environ)
    assert caught.value.todo == "Did you mean new_per_day?"


def test_a_file_that_is_no_text_or_no_file(environ: dict[str, str], config: Path) -> None:
    config.write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="not UTF-8"):
        settings.load(environ)
    config.unlink()
    config.mkdir()
    with pytest.raises(BadInput, match="cannot be read"):
        settings.load(environ)


def test_a_mistake_in_a_variable_names_it(environ: dict[str, str]) -> None:
    with pytest.raises(BadInput, match="DRILL_NEW_PER_DAY: new_per_day must be a whole number"):
        settings.load({**environ, "DRILL_NEW_PER_DAY": "many"})


def test_writing_keeps_the_rest_of_the_file(config: Path) -> None:
    config.write_text("# mine\nnew_per_day = 3  # enough\ndevice = 'cuda'\n")
    assert settings.write(config, "new_per_day", "4") == 4
    assert settings.write(config, "topics_off", "nlp, cv") == ("nlp", "cv")
    assert config.read_text() == "# mine\nnew_per_day = 4\ndevice = 'cuda'\n" + 'topics_off = ["nlp", "cv"]\n'
    assert settings.write(config, "device", None) == "cpu"
    assert settings.write(config, "topics_off", "") == ()
    assert settings.read(config) == {"new_per_day": 4, "topics_off": ()}


def test_writing_over_a_value_of_several_lines(config: Path) -> None:
    config.write_text('device = "cuda"\ntopics_off = [\n  "nlp",\n  "cv",\n]\n')
    settings.write(config, "topics_off", "nlp")
    assert settings.read(config) == {"device": "cuda", "topics_off": ("nlp",)}


def test_writing_into_no_file_yet(tmp_path: Path) -> None:
    config = tmp_path / "deep" / "config.toml"
    folder = tmp_path / 'odd "name"'
    assert settings.write(config, "workspace", str(folder)) == folder
    assert settings.read(config) == {"workspace": folder}
    assert [p.name for p in config.parent.iterdir()] == ["config.toml"]


def test_writing_nonsense_changes_nothing(config: Path) -> None:
    config.write_text("new_per_day = 3\n")
    for name, text in (("new_per_day", "x"), ("colour", "red"), ("desired_retention", "2")):
        with pytest.raises(BadInput):
            settings.write(config, name, text)
    assert config.read_text() == "new_per_day = 3\n"
    (config.parent / "file").write_text("")
    with pytest.raises(BadInput, match="cannot be"):
        settings.write(config.parent / "file" / "config.toml", "device", "cuda")


def test_every_key_has_a_default_in_settings(environ: dict[str, str]) -> None:
    found = settings.load(environ)
    for key in settings.KEYS.values():
        assert key.says
        assert key.name == "workspace" or getattr(found, key.name) == key.default


@pytest.mark.parametrize(
    "text",
    ["2026-11-21T09:00:00Z", "2026-11-21T09:00:00+00:00", "2026-11-21T10:00:00+01:00", "2026-11-21T09:00"],
)
def test_the_clock_of_tests(text: str) -> None:
    assert settings.parse_now(text) == datetime(2026, 11, 21, 9, tzinfo=timezone.utc)


def test_a_clock_that_is_none() -> None:
    assert settings.parse_now("2026-11-21").tzinfo is not None
    for text in ("soon", "", "0001-01-01", "9999-12-31"):
        with pytest.raises(BadInput, match=f"DRILL_NOW is not a time: '{text}'"):
            settings.parse_now(text)
