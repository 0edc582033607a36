"""What the request says stays in the judge: not a byte of it in the memory a submission could ever see."""

from __future__ import annotations

import re
import sys
import threading
from pathlib import Path

import pytest

from drill.runner.client import Host
from tests.runner.conftest import JUDGE, Settings, asked
from tests.runner.test_client import busy

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
SECRET = "the seed is " + "0123456789" * 3


def memory_holds(pid: int, text: bytes) -> bool:
    """Whether `text` is in the writable memory of a process."""
    with open(f"/proc/{pid}/mem", "rb") as memory:  # noqa: PTH123
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            found = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if found:
                start, end = (int(each, 16) for each in found.groups())
                memory.seek(start)
                try:
                    if text in memory.read(end - start):
                        return True
                except OSError:  # a mapping of a device
                    continue
    return False


@LINUX
def test_the_request_is_in_the_judges_memory_only(tmp_path: Path) -> None:
    source = "import time\nmark = 'my own' + ' mark'\ndef f(x): time.sleep(3)"
    payload = asked(source, [{"x": 1}], secret=SECRET, limits={"wall": 30.0})
    with Host(Settings(tmp_path), JUDGE, torch=False) as host:
        thread = threading.Thread(target=lambda: list(host.request(payload)))
        thread.start()
        pids = busy(host.pid)
        while not any(memory_holds(pid, b"my own" + b" mark") for pid in pids[3:]):
            pass
        try:
            holding = [pid for pid in pids if memory_holds(pid, SECRET.encode())]
        except PermissionError:
            pytest.skip("only root may read another process's memory here")
        finally:
            thread.join()
    assert len(holding) == 1  # the judge
    assert holding[0] not in (host.pid, pids[1])
