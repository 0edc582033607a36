"""`drill report` and `drill show --open` as typed."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, drill  # noqa: F401
from tests.pages.conftest import Page


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser was asked to show."""
    found: list[str] = []

    def show(url: str) -> bool:
        found.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", show)
    return found


def test_the_report_is_written_and_named(drill: Cli, opened: list[str]) -> None:  # noqa: F811
    shown = drill("report")
    file = drill.home / "workspace" / "pages" / "report.html"
    assert (shown.out, shown.err, opened) == (f"{file}\n", "", [])
    assert "Nothing has been submitted yet" in Page(file.read_text(encoding="utf-8")).words()
    assert list(file.parent.iterdir()) == [file], "nothing is left beside it"


def test_it_is_opened_in_a_browser(drill: Cli, opened: list[str], tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "a folder" / "naïve #1.html"
    drill("next")
    drill.judged()
    drill("submit", drill.file)
    assert drill("report", "--open", "--output", file).last.endswith(str(file).rpartition("/")[2] + "'")
    assert opened == [file.as_uri()]
    assert "Readiness" in Page(file.read_text(encoding="utf-8")).words()
    file.write_text("old")
    assert drill("report", "--output", file, "--json").json == {"schema": 1, "path": str(file)}
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_without_a_browser_there_is_a_kind_word(drill: Cli) -> None:  # noqa: F811
    drill.monkeypatch.setattr(webbrowser, "open", lambda url: False)
    shown = drill("report", "--open")
    assert shown.err == "No browser was found here. Open this file in one:\n"
    assert shown.last.endswith("/pages/report.html")


def test_a_place_that_cannot_be_written_is_said(drill: Cli, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "file").write_text("")
    for place in (tmp_path, tmp_path / "file" / "x.html"):
        shown = drill("report", "--output", place, ok=False)
        assert (shown.code, shown.out) == (2, "")
        assert shown.err.startswith(f"drill: {place} cannot be written: ")
    assert not list(tmp_path.glob(".*"))


def test_a_page_is_replaced_whole_or_not_at_all(drill: Cli, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "report.html"
    file.write_text("an earlier one")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    drill.monkeypatch.setattr(Path, "replace", full)
    assert drill("report", "--output", file, ok=False).err.startswith(
        f"drill: {file} cannot be written: No space"
    )
    assert file.read_text() == "an earlier one"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["report.html"]


def test_a_statement_in_a_browser(drill: Cli, opened: list[str]) -> None:  # noqa: F811
    file = drill.home / "workspace" / "pages" / "unit-rows.html"
    assert drill("show", "unit-rows", "--open").out == f"{file}\n"
    assert opened == [file.as_uri()]
    page = Page(file.read_text(encoding="utf-8"))
    assert "Rows of unit length" in page.words()
    assert "ends on the circle" in page.words(), "the scaffold has a figure"
    assert drill("show", "unit-rows", "--open", "--json").json["page"] == str(file)
    assert drill("show", "unit-rows", "--json").json["page"] is None


def test_the_terminal_says_that_there_is_a_picture(drill: Cli) -> None:  # noqa: F811
    assert drill("show", "unit-rows").out.endswith(
        "\nWith a picture, in a browser: drill show unit-rows --open\ndrill start unit-rows\n"
    )
