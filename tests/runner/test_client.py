"""What the command line sees when something breaks, and that nothing survives it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

import pytest

from drill.errors import BadInput, InternalError
from drill.runner.client import Host, request
from drill.runner.handle import CallLimits, Program, Runners, SessionGone
from tests.runner.conftest import JUDGE, Settings, asked

SLEEPS = "import time\ndef f(x): time.sleep(60)"
NAPS = "import time\ndef f(x): time.sleep(x)"
PATIENT = {"wall": 60.0, "cpu": 60.0}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with Host(Settings(tmp_path), JUDGE, torch=False) as started:
        yield started


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it ended meanwhile
        return []
    return [pid, *(each for child in children for each in tree(int(child)))]


def gone(pids: list[int], patience: float = 5.0) -> bool:
    """Whether they all end, or are no more than zombies, soon."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.01)
    return False


def alive(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def busy(host_pid: int) -> list[int]:
    """The processes of a host with a session, a judge and a runner."""
    while len(found := tree(host_pid)) < 4:
        time.sleep(0.01)
    return found


def test_a_judge_that_raises_says_so(host: Host) -> None:
    (event,) = host.request(asked("", [], crash="raise"))
    assert (event["event"], event["message"]) == ("fault", "ValueError: the judge is broken")
    assert "toy.py" in event["trace"]


def test_a_judge_that_dies_is_an_internal_error(host: Host) -> None:
    with pytest.raises(InternalError, match="ended before it answered"):
        list(host.request(asked("", [], crash="exit")))
    (event,) = host.request(asked("def f(x): return x", [{"x": 1}]))
    assert event["outcome"] == "returned"


def test_a_host_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(InternalError, match="No module named"):
        list(request(Settings(tmp_path), {}, "drill.nonsense:serve", torch=False))


def test_a_host_killed_amid_a_case_is_an_internal_error_and_takes_all_with_it(host: Host) -> None:
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            list(host.request(asked(SLEEPS, [{"x": 1}], limits=PATIENT)))
        except InternalError as error:
            failed.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    pids = busy(host.pid)
    os.kill(host.pid, signal.SIGKILL)
    thread.join(5)
    assert failed
    assert gone(pids)


def test_a_judge_whose_session_was_killed_makes_no_verdict_of_it() -> None:
    control, session = socket.socketpair()
    session.close()
    with pytest.raises(SessionGone):
        Runners(control).start(Program("", "a.py", None, (), "numpy"), CallLimits(1.0, 1.0, 64, 0))
    control.close()


def test_an_iterator_closed_early_ends_its_processes(host: Host) -> None:
    events = host.request(asked(NAPS, [{"x": 0}, {"x": 60}], limits=PATIENT))
    next(events)
    _, *pids = busy(host.pid)
    events.close()
    assert gone(pids)
    assert alive(host.pid)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_nothing_outlives_the_command_line(tmp_path: Path, number: signal.Signals) -> None:
    code = f"""
import signal
from pathlib import Path
from tests.runner.conftest import JUDGE, Settings, asked
from drill.runner.client import Host
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may have it ignored
with Host(Settings(Path({str(tmp_path)!r})), JUDGE, torch=False) as host:
    events = host.request(asked({NAPS!r}, [{{"x": 0}}, {{"x": 60}}], limits={PATIENT}))
    next(events)  # so that nothing is being imported: Ctrl-C can get lost there
    print(host.pid, flush=True)
    list(events)
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as client:
        assert client.stdout is not None
        pids = busy(int(client.stdout.readline()))
        client.send_signal(number)
        client.wait(5)
    assert gone(pids)
    assert list((tmp_path / "scratch").iterdir()) == []


def test_requests_may_run_side_by_side(host: Host) -> None:
    values: dict[int, Any] = {}

    def ask(number: int) -> None:
        (event,) = host.request(asked("import time\ndef f(x): time.sleep(0.05); return x", [{"x": number}]))
        values[number] = event["value"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert values == {number: str(number) for number in range(6)}


def test_a_large_request_arrives(host: Host) -> None:
    (event,) = host.request(asked(f"s = {'x' * 3_000_000!r}\ndef f(x): return len(s)", [{"x": 1}]))
    assert event["value"] == "3000000"


def test_without_torch_one_sentence_says_how_to_add_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PathFinder, "find_spec", lambda name: None)
    with pytest.raises(BadInput, match="PyTorch is not installed") as caught:
        Host(Settings(tmp_path), JUDGE, torch=True)
    assert "[torch]" in caught.value.todo


def test_a_runtime_folder_that_cannot_be_made_costs_only_the_scratch_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    source = "import os\ndef f(x): return os.getcwd()"
    with Host(Settings(tmp_path / "file" / "below"), JUDGE, torch=False) as host:
        (event,) = host.request(asked(source, [{"x": 1}]))
    assert event["value"] == "'/'"


@pytest.mark.slow
def test_torch_submissions(tmp_path: Path) -> None:
    source = """
        import torch
        def f(x):
            y = torch.nn.Parameter(x.clone())
            (y ** 2).sum().backward()
            return [y.grad, y, x.bfloat16(), x.to_sparse(), x[None].expand(2, 2).T, x.mean(), x.max(0)]
    """
    calls = [{"x": [1.0, 2.0]}]
    settings = Settings(tmp_path)
    (event,) = request(settings, asked(source, calls, framework="torch", layout="strided"), JUDGE, torch=True)
    assert event["outcome"] == "returned", event
    assert event["value"].replace(", framework='torch', scalar=False", "").replace("data=array", "") == (
        "[Array(([2., 4.])), Array(([1., 2.])), Opaque(type_name='tensor of bfloat16'), "
        "Opaque(type_name='tensor that is not dense'), Array(([[1., 1.],\n       [2., 2.]])), "
        "Array((1.5)), (Array((2.)), Array((1)))]"
    )


def test_a_parent_that_ignores_its_children(tmp_path: Path) -> None:
    code = f"""
import signal
from pathlib import Path
from tests.runner.conftest import JUDGE, Settings, asked
from drill.runner.client import request
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 30))
payload = asked("import os\\ndef f(x): os._exit(x)", [{{"x": 3}}])
print(list(request(Settings(Path({str(tmp_path)!r})), payload, JUDGE, torch=False))[0]["detail"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "status 3" in done.stdout


def test_a_module_in_the_current_folder_is_not_the_hosts(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").write_text("raise ImportError('the wrong numpy')")
    (tmp_path / "random.py").write_text("raise ImportError('the wrong random')")
    code = f"""
import os, sys
os.chdir({str(tmp_path)!r})
sys.path.insert(0, "")
sys.path.insert(0, {str(tmp_path)!r})
from drill.runner.client import request
from pathlib import Path
class Settings: runtime, idle_minutes = Path("run"), 0
list(request(Settings, {{}}, {JUDGE!r}, torch=False))
"""
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, check=True)
