"""Several banks as one, the index behind them, and what happens when any part of it is bad."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import drill.bank.load
from drill.bank.bank import Bank, builtin_root
from drill.bank.load import load_problem
from drill.bank.schema import BankErrors, UnknownProblem

Add = Callable[..., Path]


def settle(root: Path, cache: Path) -> None:
    """As if the cache had been written long after the bank."""
    Bank.open([root], cache)
    for file in cache.glob("*"):
        later = file.stat().st_mtime_ns + 3_600_000_000_000
        os.utime(file, ns=(later, later))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "drill"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the problem files that were parsed."""
    loaded: list[str] = []

    def counting(path: Path, root: Path) -> object:
        loaded.append(path.name)
        return load_problem(path, root)

    monkeypatch.setattr(drill.bank.load, "load_problem", counting)
    return loaded


def ids(bank: Bank) -> list[str]:
    return [summary.id for summary in bank.summaries()]


def test_a_bank_lists_and_gets(add: Add, root: Path, cache: Path) -> None:
    path = add(root, "scale")
    add(root, "shift-it", "other")
    for _ in range(2):  # without and with the index
        bank = Bank.open([root], cache)
        assert bank.errors == ()
        first, second = bank.summaries()
        assert (first.id, first.title, first.topic) == ("scale", "Scale and shift", "demo")
        assert (first.difficulty, first.minutes, first.prerequisites) == ("easy", 5, ("elsewhere",))
        assert (first.frameworks, first.root, first.path) == (("numpy", "torch"), root, path)
        assert (second.id, second.topic) == ("shift-it", "other")
        settle(root, cache)
        for _ in range(2):
            assert bank.get("scale") == load_problem(path, root)
            assert bank.get("shift-it").graders == root / "graders/other/shift_it"


def test_unknown_problems_suggest_near_ones(add: Add, root: Path, cache: Path) -> None:
    add(root, "scale")
    add(root, "conv-output-shape")
    bank = Bank.open([root], cache)
    for typed, near in (
        ("scael", ("scale",)),
        ("conv", ("conv-output-shape",)),
        ("", ()),
        ("x" * 10_000, ()),
    ):
        with pytest.raises(UnknownProblem) as caught:
            bank.get(typed)
        assert caught.value.near == near


def test_nothing_is_parsed_twice(add: Add, root: Path, cache: Path, loads: list[str]) -> None:
    for name in ("a", "b", "c"):
        add(root, name)
    settle(root, cache)
    assert sorted(loads) == ["a.yaml", "b.yaml", "c.yaml"]
    bank = Bank.open([root], cache)
    bank.get("a")
    settle(root, cache)
    Bank.open([root], cache).get("a")
    assert loads[3:] == ["a.yaml"]  # for the first `get`


def test_only_what_changed_is_parsed(add: Add, root: Path, cache: Path, loads: list[str]) -> None:
    for name in ("a", "b"):
        add(root, name)
    settle(root, cache)
    loads.clear()
    add(root, "a", old="Scale and shift", new="Another title")
    os.utime(root / "problems/demo/b.yaml")  # touched, but the same
    add(root, "c")
    assert [summary.title for summary in Bank.open([root], cache).summaries()] == [
        "Another title",
        "Scale and shift",
        "Scale and shift",
    ]
    assert loads == ["a.yaml", "c.yaml"]
    (root / "problems/demo/b.yaml").unlink()
    assert ids(Bank.open([root], cache)) == ["a", "c"]


def test_a_change_of_the_same_size_right_after_indexing_is_seen(add: Add, root: Path, cache: Path) -> None:
    path = add(root, "scale")
    Bank.open([root], cache).get("scale")
    path.write_text(path.read_text().replace("Scale and shift", "shift and Scale"))
    bank = Bank.open([root], cache)
    assert bank.summaries()[0].title == "shift and Scale"
    assert bank.get("scale").title == "shift and Scale"


def test_a_change_of_a_grader_file_is_a_change_of_the_problem(add: Add, root: Path, cache: Path) -> None:
    add(root, "scale")
    settle(root, cache)
    before = Bank.open([root], cache).get("scale").digest
    settle(root, cache)
    (root / "graders/demo/scale/right").mkdir()
    (root / "graders/demo/scale/right/loop.py").write_text("")
    assert Bank.open([root], cache).get("scale").digest != before
    (root / "graders/demo/scale/cases.py").unlink()
    with pytest.raises(BankErrors, match=r"cases\.py is missing"):
        Bank.open([root], cache).get("scale")


def test_a_broken_file_hides_no_other(add: Add, root: Path, cache: Path) -> None:
    broken = add(root, "broken", old="minutes: 5", new="minutes: -1\nhours: 2")
    add(root, "scale")
    for _ in range(2):  # broken files are not kept in the index
        bank = Bank.open([root], cache)
        assert ids(bank) == ["scale"]
        assert [str(error) for error in bank.errors] == [
            f"{broken}:5: minutes: -1 is not between 1 and 240",
            f"{broken}:6: hours: unknown key 'hours'",
        ]
        with pytest.raises(BankErrors) as caught:
            bank.get("broken")
        assert caught.value.errors == bank.errors
        settle(root, cache)
    add(root, "broken")
    assert ids(Bank.open([root], cache)) == ["broken", "scale"]


def test_a_problem_broken_by_a_grader_file_is_known(add: Add, root: Path, cache: Path) -> None:
    add(root, "scale")
    cases = root / "graders/demo/scale/cases.py"
    cases.write_text("def generate(")
    with pytest.raises(BankErrors) as caught:
        Bank.open([root], cache).get("scale")
    assert [(error.path, error.line) for error in caught.value.errors] == [(cases, 1)]


def test_a_file_missing_beside_a_problem_is_noticed_when_it_comes(add: Add, root: Path, cache: Path) -> None:
    add(root, "scale")
    reference = root / "graders/demo/scale/reference_numpy.py"
    source = reference.read_text()
    reference.unlink()
    settle(root, cache)
    assert ids(Bank.open([root], cache)) == []
    reference.write_text(source)
    assert ids(Bank.open([root], cache)) == ["scale"]


def test_one_id_in_two_banks_names_both_files(add: Add, tmp_path: Path, cache: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    first, second = add(one, "scale"), add(two, "scale", "other")
    add(two, "shift", "other")
    bank = Bank.open([one, two, one], cache)  # the same bank twice is one bank
    assert [str(error) for error in bank.errors] == [f"{second}: id: 'scale' is also {first}"]
    assert ids(bank) == ["scale", "shift"]
    assert bank.get("scale").path == first


def test_topics_in_their_order(add: Add, root: Path, cache: Path) -> None:
    for topic in ("alpha", "beta", "gamma"):
        add(root, f"p-{topic}", topic)
    topics = root / "problems/topics.yaml"
    topics.write_text("- gamma\n- later\n- beta\n")
    for _ in range(2):
        assert ids(Bank.open([root], cache)) == ["p-gamma", "p-beta", "p-alpha"]
        settle(root, cache)
    topics.write_text("gamma: 1\n")
    bank = Bank.open([root], cache)
    assert [str(error) for error in bank.errors] == [f"{topics}:1: expected a list, got a mapping"]
    assert ids(bank) == ["p-alpha", "p-beta", "p-gamma"]


def test_files_out_of_place(add: Add, root: Path, cache: Path, tmp_path: Path) -> None:
    add(root, "scale")
    (root / "problems/stray.yaml").write_text("")
    (root / "problems/demo/other.yml").write_text("")
    (root / "problems/demo/notes.txt").write_text("")
    (root / "problems/demo/.scale.yaml.swp").write_text("")
    (root / "problems/demo/folder.yaml").mkdir()
    (root / "problems/demo/gone.yaml").symlink_to(tmp_path / "nowhere")
    (root / "problems/circle").symlink_to(root / "problems/circle")
    bank = Bank.open([root, tmp_path / "none"], cache)
    assert ids(bank) == ["scale"]
    problems = root / "problems"
    assert {str(error) for error in bank.errors} == {
        f"{problems}/stray.yaml: a problem belongs in the folder of its topic",
        f"{problems}/demo/other.yml: the name must end in .yaml",
        f"{problems}/demo/folder.yaml: is not a file",
        f"{problems}/demo/gone.yaml: cannot be read: No such file or directory",
        f"{problems}/circle: cannot be read: Too many levels of symbolic links",
        f"{tmp_path}/none: is not a bank: its folder problems: No such file or directory",
    }


@pytest.mark.parametrize("damage", ["", "x", "00000000\n{}", "half", "other code"])
def test_a_damaged_index_costs_only_time(add: Add, root: Path, cache: Path, damage: str) -> None:
    add(root, "scale")
    settle(root, cache)
    (file,) = cache.iterdir()
    data = file.read_bytes()
    if damage == "half":
        file.write_bytes(data[: len(data) // 2])
    elif damage == "other code":  # whole, but not for this version of drill
        content = json.dumps([[0, str(root)], {"demo/scale.yaml": "?"}]).encode()
        file.write_bytes(b"%08x\n" % zlib.crc32(content) + content)
    else:
        file.write_text(damage)
    assert ids(Bank.open([root], cache)) == ["scale"]
    assert file.read_bytes() == data  # mended


def test_a_cache_that_cannot_be_written_costs_only_time(add: Add, root: Path, tmp_path: Path) -> None:
    add(root, "scale")
    blocked = tmp_path / "file"
    blocked.write_text("")
    bank = Bank.open([root], blocked / "cache")
    assert ids(bank) == ["scale"]
    assert bank.get("scale").id == "scale"
    assert blocked.read_text() == ""


def test_no_draft_is_left_in_the_cache(add: Add, root: Path, cache: Path) -> None:
    add(root, "scale")
    Bank.open([root], cache).get("scale")
    assert {file.suffix for file in cache.iterdir()} == {".json"}
    assert len(list(cache.iterdir())) == 2


def test_the_builtin_bank_is_whole(cache: Path) -> None:
    bank = Bank.open([builtin_root()], cache)
    assert bank.errors == ()
    for summary in bank.summaries():
        assert bank.get(summary.id).id == summary.id


def test_listing_and_showing_import_no_parser(add: Add, root: Path, cache: Path) -> None:
    """With a full cache neither YAML nor numpy nor the loader is imported."""
    add(root, "scale")
    settle(root, cache)
    Bank.open([root], cache).get("scale")
    settle(root, cache)
    code = (
        "import sys; from pathlib import Path; from drill.bank.bank import Bank\n"
        "Bank.open([Path(sys.argv[1])], Path(sys.argv[2])).get('scale')\n"
        "print([m for m in ('yaml', 'numpy', 'torch', 'hashlib', 'drill.bank.load') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(root), str(cache)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
