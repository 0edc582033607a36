"""A host that stays warm: found again, safe when killed, doubled, stale or outdated, and gone when idle."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drill.errors import InternalError
from drill.runner import warm
from drill.runner.client import Host, request, stop_warm_hosts, warm_address, warm_hosts
from tests.runner.conftest import JUDGE, Settings, asked
from tests.runner.test_client import PATIENT, alive, busy, gone, tree

DOUBLE = "def f(x): return 2 * x"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setattr(warm, "stamp", lambda judge: "stamp")  # somebody may be editing drill meanwhile
    found = Settings(tmp_path, idle_minutes=5)
    yield found
    pids = [status["pid"] for status in stop_warm_hosts(found)]
    assert gone(pids)


def ask(settings: Settings, source: str = DOUBLE, x: Any = 1, **changes: Any) -> list[dict[str, Any]]:
    return list(request(settings, asked(source, [{"x": x}], **changes), JUDGE, torch=False))


def host(settings: Settings) -> int:
    """The id of the one warm host."""
    (status,) = warm_hosts(settings)
    return int(status["pid"])


def rested(settings: Settings) -> int:
    """Its id, once what earlier requests started has ended."""
    while warm_hosts(settings)[0]["busy"]:
        time.sleep(0.01)
    return host(settings)


def test_the_second_command_finds_the_host_of_the_first(settings: Settings) -> None:
    assert warm_hosts(settings) == []
    assert ask(settings)[0]["value"] == "2"
    first = host(settings)
    assert ask(settings, x=4)[0]["value"] == "8"
    (status,) = warm_hosts(settings)
    assert status == {"pid": first, "torch": False, "served": 2, "busy": status["busy"]}


def test_a_command_that_takes_its_time_holds_up_nobody(settings: Settings) -> None:
    ask(settings)
    rested(settings)
    with Host(settings, JUDGE, torch=False) as slow:
        pids = busy(host(settings))  # a session that waits
        assert ask(settings)[0]["value"] == "2"
        (event,) = slow.request(asked(DOUBLE, [{"x": 3}]))
        assert event["value"] == "6"
    assert gone(pids[1:])
    rested(settings)
    with Host(settings, JUDGE, torch=False):
        pids = busy(host(settings))
    assert gone(pids[1:])  # also when it asks nothing


def test_without_idle_minutes_nothing_stays(tmp_path: Path) -> None:
    ask(Settings(tmp_path))
    assert not (tmp_path / "warm").exists()


def test_it_goes_when_idle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path, idle_minutes=0.001)
    ask(settings)
    assert gone([status["pid"] for status in warm_hosts(settings)], patience=15)
    assert not list((tmp_path / "warm").glob("*.sock"))


def test_it_goes_when_its_socket_is_gone(settings: Settings) -> None:
    ask(settings)
    pid = host(settings)
    next((settings.runtime / "warm").glob("*.sock")).unlink()
    assert gone([pid], patience=15)


def test_a_stale_socket_is_replaced(settings: Settings) -> None:
    ask(settings)
    killed = host(settings)
    os.kill(killed, signal.SIGKILL)
    assert gone([killed])
    assert ask(settings)[0]["value"] == "2"
    assert host(settings) != killed


def test_of_two_that_start_at_once_one_stays(settings: Settings) -> None:
    values: list[str] = []
    threads = [threading.Thread(target=lambda: values.append(ask(settings)[0]["value"])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert values == ["2"] * 4
    assert alive(host(settings))


def test_another_drill_starts_another_host_and_the_old_one_leaves(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(settings)
    old = host(settings)
    monkeypatch.setattr(warm, "stamp", lambda judge: "another")
    assert ask(settings)[0]["value"] == "2"
    assert gone([old])
    assert host(settings) != old


def test_the_stamp_changes_with_what_the_host_has_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    before = warm.stamp(JUDGE)
    assert warm.stamp("another:judge") != before
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "7")
    assert warm.stamp(JUDGE) != before


def test_killed_before_an_answer_the_command_starts_its_own(settings: Settings) -> None:
    ask(settings)
    pid = rested(settings)
    source = "import os, time\ndef f(x): time.sleep(0.5); return x"
    values: list[str] = []
    thread = threading.Thread(target=lambda: values.append(ask(settings, source)[0]["value"]))
    thread.start()
    pids = busy(pid)
    os.kill(pid, signal.SIGKILL)
    thread.join(10)
    assert values == ["1"]
    assert gone(pids)


def test_the_scratch_folder_of_a_killed_session_goes_too(settings: Settings) -> None:
    ask(settings)
    pid = rested(settings)
    payload = asked(
        "import time\ndef f(x): open('f', 'w'); time.sleep(x)", [{"x": 0}, {"x": 60}], limits=PATIENT
    )
    events = request(settings, payload, JUDGE, torch=False)
    next(events)
    _, session, *_ = busy(pid)
    os.kill(session, signal.SIGKILL)
    with pytest.raises(InternalError):
        next(events)
    ask(settings)
    assert gone(tree(pid)[1:])
    assert list((settings.runtime / "scratch").iterdir()) == []


def test_killed_after_an_answer_it_is_an_internal_error(settings: Settings) -> None:
    ask(settings)
    pid = rested(settings)
    source = "import time\ndef f(x): time.sleep(x)"
    payload = asked(source, [{"x": 0}, {"x": 60}], limits=PATIENT)
    events = request(settings, payload, JUDGE, torch=False)
    next(events)
    pids = busy(pid)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(InternalError):
        next(events)
    assert gone(pids)


def test_asked_to_stop_it_answers_first_what_it_was_asked_before(settings: Settings) -> None:
    ask(settings)
    pid = rested(settings)
    values: list[str] = []
    source = "import time\ndef f(x): time.sleep(0.5); return x"
    thread = threading.Thread(target=lambda: values.append(ask(settings, source)[0]["value"]))
    thread.start()
    busy(pid)
    assert stop_warm_hosts(settings)[0]["busy"]
    assert warm_hosts(settings) == []
    thread.join(10)
    assert values == ["1"]
    assert gone([pid])


def test_an_iterator_closed_early_ends_its_processes_and_not_the_host(settings: Settings) -> None:
    ask(settings)
    rested(settings)
    payload = asked("import time\ndef f(x): time.sleep(x)", [{"x": 0}, {"x": 60}], limits=PATIENT)
    events = request(settings, payload, JUDGE, torch=False)
    next(events)
    pid, *pids = busy(host(settings))
    events.close()
    assert gone(pids)
    assert alive(pid)


def test_a_folder_that_others_may_enter_is_not_used(settings: Settings) -> None:
    (settings.runtime / "warm").mkdir(mode=0o755)
    (settings.runtime / "warm").chmod(0o755)
    assert warm_address(settings, JUDGE) is None
    assert ask(settings)[0]["value"] == "2"
    assert warm_hosts(settings) == []


def test_a_host_of_another_user_is_not_asked(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(settings)
    with monkeypatch.context() as patch:
        patch.setattr(warm, "peer", lambda connection: os.geteuid() + 1)
        assert warm_hosts(settings) == []
    assert len(warm_hosts(settings)) == 1


def test_a_folder_with_a_long_name(tmp_path: Path) -> None:
    settings = Settings(tmp_path / ("long" * 30), idle_minutes=5)
    ask(settings)
    ask(settings)
    (status,) = stop_warm_hosts(settings)
    assert status["served"] == 2


@pytest.mark.slow
def test_it_imports_torch_when_a_submission_needs_it(settings: Settings) -> None:
    ask(settings)
    payload = asked("import torch\ndef f(x): return x + torch.ones(1)", [{"x": [1.0]}], framework="torch")
    for _ in range(2):
        (event,) = request(settings, payload, JUDGE, torch=True)
        assert event["outcome"] == "returned"
    assert ask(settings)[0]["value"] == "2"
    (status,) = warm_hosts(settings)
    assert (status["torch"], status["served"]) == (True, 4)


@pytest.mark.slow
def test_started_by_exec_it_keeps_a_session_ready(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRILL_SPAWN", "exec")
    for _ in range(3):
        assert ask(settings)[0]["value"] == "2"
    pid = host(settings)
    assert len(tree(pid)) >= 2


def soak(settings: Settings, rounds: int) -> None:
    """Many submissions of every kind; afterwards the host holds what it held before."""
    sources = [
        DOUBLE,
        "import os\ndef f(x): os._exit(1)",
        "def f(x:",
        "def f(x):\n  open('f', 'w').write('x')",
    ]
    ask(settings)
    pid = host(settings)

    def held() -> tuple[int, int, list[Path]]:
        while len(tree(pid)) > 1:
            time.sleep(0.005)
        descriptors = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        return descriptors, len(list(Path("/proc/self/fd").iterdir())), sorted(settings.runtime.rglob("*"))

    def memory() -> int:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])

    for source in sources:
        ask(settings, source)
    before, pages = held(), memory()
    for number in range(rounds):
        ask(settings, sources[number % len(sources)])
    assert held() == before
    assert memory() - pages < 256 + rounds // 4  # of 4 KiB each


@pytest.mark.slow
def test_a_hundred_submissions_leak_nothing(settings: Settings) -> None:
    soak(settings, 100)


@pytest.mark.soak
def test_two_thousand_submissions_leak_nothing(settings: Settings) -> None:
    soak(settings, 2000)
