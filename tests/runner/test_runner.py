"""Submissions of every kind, honest and hostile, through client, host, session, judge and child.

Whatever a submission does, the judge gets a result; nothing is left behind; the next one is unaffected.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drill.runner import sandbox
from tests.runner.conftest import Run

ISOLATED = pytest.mark.skipif(not sandbox.isolated(), reason="Landlock and seccomp are needed")
ARRAY = "Array(data=array({}), framework='numpy', scalar={})"


def one(events: list[dict[str, Any]]) -> dict[str, Any]:
    (event,) = events
    return event


def value(events: list[dict[str, Any]]) -> str:
    event = one(events)
    assert event["outcome"] == "returned", event
    return str(event["value"])


@pytest.mark.parametrize(
    ("returns", "seen"),
    [
        ("x * 2", ARRAY.format("[2., 4.]", False)),
        ("x.sum()", ARRAY.format("3.", True)),
        ("x, [1, True, None]", f"({ARRAY.format('[1., 2.]', False)}, [1, True, None])"),
        ("{'a': 1.5, 'b': 'text\\ud800'}", "{'a': 1.5, 'b': 'text\\ud800'}"),
        ("2 ** 100", str(2**100)),
        ("float('nan')", "nan"),
        ("3 + 4j", "(3+4j)"),
        ("(i for i in x)", "Opaque(type_name='generator')"),
        ("range(10 ** 18)", "Opaque(type_name='range')"),
        ("np.array([1, 'a'], dtype=object)", "Opaque(type_name='array of object')"),
        ("np.ma.array(x)", "Opaque(type_name='numpy.ma.MaskedArray')"),
        ("{1: 2}", "Opaque(type_name='dict')"),
    ],
)
def test_values_arrive_as_they_are(run: Run, returns: str, seen: str) -> None:
    assert (
        value(run(f"import numpy as np\ndef f(x): return {returns}")).replace("numpy.ma.core", "numpy.ma")
        == seen
    )


def test_objects_of_the_submission_are_not_asked_anything(run: Run) -> None:
    source = """
        import numpy as np
        class Equal(np.ndarray):
            __eq__ = __array__ = __reduce__ = __len__ = lambda *_: print("asked")
        class Sly(float):
            __float__ = __repr__ = __eq__ = lambda *_: print("asked")
        class Pair(tuple):
            def __iter__(self): print("asked"); return iter((9, 9))
        def f(x): return x.view(Equal), Sly(1.0), Pair((1, 2))
    """
    event = one(run(source))
    assert event["value"] == "(Opaque(type_name='Equal'), Opaque(type_name='Sly'), (1, 2))"
    assert event["stdout"] == ""


@pytest.mark.parametrize("layout", ["contiguous", "strided", "fortran"])
def test_inputs_are_private_writable_copies_in_the_asked_layout(run: Run, layout: str) -> None:
    source = """
        import numpy as np
        def f(x):
            flags = x.flags.c_contiguous, x.flags.f_contiguous, x.flags.writeable
            x[0, 0] = 7
            return flags
    """
    events = run(source, *[{"x": [[1.0, 2.0], [3.0, 4.0]]}] * 2, layout=layout)
    flags = {"contiguous": (True, False), "fortran": (False, True), "strided": (False, False)}[layout]
    assert [event["value"] for event in events] == [str((*flags, True))] * 2
    assert "[7., 2.]" in events[0]["after"]


def test_inputs_that_did_not_change_do_not_travel(run: Run) -> None:
    events = run(
        "def f(x, y):\n  y += 1\n  return None", {"x": [1.0], "y": [2.0]}, entries=[["f", ["x", "y"]]]
    )
    assert (
        one(events)["after"] == f"{{'x': {ARRAY.format('[1.]', False)}, 'y': {ARRAY.format('[3.]', False)}}}"
    )


def test_a_driver_calls_several_entries(run: Run) -> None:
    source = """
        class C:
            def __init__(self, a): self.a = a
            def __call__(self, x): return self.a * x
        def g(x): return -x
    """
    driver = 'c = C(2.0)\nreturn {"c": c(x), "g": g(np.abs(x))}'
    assert "[2., 4.]" in value(run(source, driver=driver, entries=[["C", []], ["g", []]]))


def test_optional_inputs_go_by_name(run: Run) -> None:
    entries = [["f", ["x"], ["axis", "keep"]]]
    assert (
        value(run("def f(x, keep=1, *, axis): return axis, keep", {"x": [1.0], "axis": 5}, entries=entries))
        == "(5, 1)"
    )


def test_prints_are_told_apart_by_call(run: Run) -> None:
    source = "import sys, os\ndef f(x):\n  print('out', x); sys.stderr.write('err'); os.write(1, b'raw\\xff')"
    events = run(source, {"x": 1}, {"x": 2})
    for number, event in enumerate(events, 1):
        assert sorted(event["stdout"].replace("out", "\nout").replace("err", "\nerr").split()) == sorted(
            ["out", str(number), "err", "raw\ufffd"]
        )


def test_what_a_terminal_would_obey_is_taken_out(run: Run) -> None:
    says = "\x1b[2J\x07a\tb\r\u202e\n"
    (event,) = run(f"def f(x):\n  print({says!r})\n  raise ValueError({says!r})")
    assert event["stdout"] == "\ufffd[2J\ufffda\tb\ufffd\ufffd\n\n"
    assert event["raised"]["message"] == "\ufffd[2J\ufffda\tb\ufffd\ufffd\n"
    assert value(run("def f(x): return type('\\x1b[2J', (), {})()")) == "Opaque(type_name='?[2J')"


def test_exceptions_name_the_learners_frames(run: Run) -> None:
    source = """
        import numpy as np
        class Mine(ValueError): pass
        def g(x):
            y = np.zeros((4, 3), np.float32)
            raise Mine("too " + "small")
        def f(x):
            return sorted([2, 1], key=lambda i: g(x))
    """
    raised = one(run(source))["raised"]
    assert (raised["type_name"], raised["message"]) == ("Mine", "too small")
    assert raised["mro"] == ["Mine", "ValueError", "Exception", "BaseException", "object"]
    assert [(frame["line"], frame["function"]) for frame in raised["frames"]] == [
        (8, "f"),
        (8, "<lambda>"),
        (6, "g"),
    ]
    assert raised["frames"][-1]["source"] == 'raise Mine("too " + "small")'
    assert raised["frames"][-1]["locals"] == ["x: float64 (2,)", "y: float32 (4, 3)"]


def test_lines_are_counted_as_python_does(run: Run) -> None:
    (event,) = run('a = """\x0c\u2028"""\r\nb = 1\rdef f(x):\n  x.nothing\n')
    assert [(frame["line"], frame["source"]) for frame in event["raised"]["frames"]] == [(4, "x.nothing")]
    (event,) = run("def f(x): exec(compile('\\n' * 90 + 'raise ValueError', 'solution.py', 'exec'))")
    assert [frame["line"] for frame in event["raised"]["frames"]] == [1]


NOT_LOADED = {
    "def f(x:\n": ("syntax", "SyntaxError", 1),
    "x = 1\nraise KeyError('a')": ("raised", "KeyError", 2),
    "import sys\nsys.exit(0)": ("raised", "SystemExit", 2),
    "raise KeyboardInterrupt": ("raised", "KeyboardInterrupt", 1),
    "import os\nos._exit(0)": ("crashed", "crashed", None),
    "while True: pass": ("time limit", "time limit", None),
    "x = []\nwhile True: x.append(bytes(1 << 20))": ("memory limit", "memory limit", None),
    "import os\nwhile True: os.write(1, b'x' * 65536)": ("output limit", "output limit", None),
    "def g(x): pass\nclass H: pass": ("missing", "missing", None),
    "import yaml": ("raised", "ModuleNotFoundError", 1),
    "import drill": ("raised", "ModuleNotFoundError", 1),
    "x = '\0'": ("syntax", None, None),
    "(" * 5000: ("syntax", None, None),
    "import solution_helper": ("raised", "ModuleNotFoundError", 1),
}


@pytest.mark.parametrize("source", NOT_LOADED)
def test_what_does_not_load(run: Run, source: str) -> None:
    event = one(run(source))
    kind, type_name, line = NOT_LOADED[source]
    assert (event["event"], event["kind"]) == ("not loaded", kind), event
    assert type_name in (None, event["type_name"])
    assert line in (None, event["line"])
    if kind == "missing":
        assert event["defined"] == ["g", "H"]


SPINNING = """
import threading
def spin():
    while True: pass
def f(x):
    for _ in range(4): threading.Thread(target=spin).start()
    spin()
"""
ENDINGS = {
    # source: outcome, and a part of the detail or of the exception's type
    "def f(x): raise SystemExit(0)": ("raised", "SystemExit"),
    "def f(x): raise KeyboardInterrupt": ("raised", "KeyboardInterrupt"),
    "def f(x): return f(x)": ("raised", "RecursionError"),
    "import os\ndef f(x): os._exit(0)": ("crashed", "status 0"),
    "import os\ndef f(x): os.abort()": ("crashed", "SIGABRT"),
    "import ctypes\ndef f(x): ctypes.string_at(0)": ("crashed", "SIGSEGV"),
    "import os\ndef f(x): os.kill(os.getpid(), 9)": ("crashed", "SIGKILL"),
    "import os, signal\ndef f(x): os.kill(os.getpid(), signal.SIGSTOP)": ("time limit", ""),
    "def f(x):\n  while True: pass": ("time limit", ""),
    "import time\ndef f(x): time.sleep(60)": ("time limit", ""),
    "import re\ndef f(x): re.match('(a+)+$', 'a' * 40 + 'b')": ("time limit", ""),
    "import signal\nsignal.pthread_sigmask(0, range(1, 64))\ndef f(x):\n  while True: pass": (
        "time limit",
        "",
    ),
    SPINNING: ("time limit", ""),
    "import numpy as np\ndef f(x): return np.ones(1 << 34)": ("memory limit", ""),
    "def f(x):\n  keep = []\n  while True: keep.append(bytes(1 << 20))": ("memory limit", ""),
    "import numpy as np\ndef f(x): return np.ones(1 << 20)": ("output limit", "more bytes"),
    "import numpy as np\ndef f(x): return np.broadcast_to(x[0], (1 << 40,)).view()": (
        "output limit",
        "more bytes",
    ),
    "def f(x): return 'x' * (1 << 24)": ("output limit", "more bytes"),
    "def f(x): return list(range(1000000))": ("output limit", "values"),
    "def f(x): return 1 << 1000000": ("output limit", "bits"),
    "def f(x):\n  y = []\n  for _ in range(100): y = [y]\n  return y": ("output limit", "deep"),
    "def f(x):\n  y = []\n  y.append(y)\n  return y": ("output limit", "deep"),
    "import os\ndef f(x):\n  while True: os.write(2, b'x' * 65536)": ("output limit", "printed"),
    "import os\ndef f(x):\n  for fd in range(3, 64): os.close(fd)": ("crashed", "status"),
    "import os, time\ndef f(x):\n  os.closerange(3, 64)\n  time.sleep(60)": ("crashed", "channel"),
    "import os\ndef f(x): os.closerange(0, 64)": ("crashed", "status"),
    "import os\ndef f(x): os.write(4, b'x' * 100)": ("crashed", "well-formed"),
    "import os\ndef f(x): os.write(4, (9).to_bytes(8, 'little') + b'\\5\\0\\0\\0' + b'[[[[[')": (
        "crashed",
        "well-formed",
    ),
    "import os\ndef f(x): os.write(4, (1 << 40).to_bytes(8, 'little'))": ("crashed", "well-formed"),
    "import os, time\ndef f(x):\n  os.write(4, (500).to_bytes(8, 'little'))\n  time.sleep(60)": (
        "time limit",
        "",
    ),
    "import json, numpy\ndef f(x):\n  numpy.array = numpy.dtype = None\n  json.dumps = lambda *a, **k: '}'": (
        "crashed",
        "",
    ),
}


@pytest.mark.parametrize("source", ENDINGS)
def test_whatever_it_does_there_is_a_result(run: Run, source: str) -> None:
    events = run(source, limits={"wall": 1.0, "cpu": 0.5})
    outcome, says = ENDINGS[source]
    event = one(events)
    assert event["outcome"] == outcome, event
    assert says in (event["raised"] or {}).get("type_name", "") + event["detail"], event
    run.settle()
    assert list(run.scratch.iterdir()) == []


def test_the_next_call_after_a_crash_is_unaffected(run: Run) -> None:
    source = "import os\ndef f(x):\n  if x == 1: os._exit(1)\n  return x"
    assert [event["outcome"] for event in run(source, {"x": 1}, {"x": 2}, {"x": 1}, {"x": 3})] == [
        *("crashed", "returned", "crashed", "returned")
    ]


def test_an_answer_before_the_question_is_none(run: Run) -> None:
    source = """
        import os, threading, time
        def later(): time.sleep(0.1); os.write(4, b"x")
        def f(x):
            if x == 1: threading.Thread(target=later).start()
    """
    assert [event["outcome"] for event in run(source, {"x": 1}, {"x": 2}, pause=0.3)] == [
        "returned",
        "crashed",
    ]


def test_what_one_call_left_changed_does_not_reach_the_next(run: Run) -> None:
    source = """
        import os, random, signal, sys, warnings
        import numpy as np
        def f(x):
            state = os.getcwd() == "/", dict(os.environ), np.geterr(), random.random(), len(warnings.filters)
            os.chdir("/"); os.environ["A"] = "b"; np.seterr(all="raise"); random.seed(1)
            warnings.simplefilter("error"); sys.setrecursionlimit(50); signal.alarm(1)
            return repr(state)
    """
    first, second = run(source, {"x": 1}, {"x": 1})
    assert first["value"] == second["value"]


def test_nothing_of_the_outside_is_in_the_environment(run: Run) -> None:
    names = value(run("import os\ndef f(x): return sorted(os.environ)"))
    assert not {"PATH", "HOME", "USER", "SHELL", "PWD"} - {"HOME"} & set(names.split("'"))


def test_fresh_memory_is_never_zero(run: Run) -> None:
    source = """
        import numpy as np
        def f(x):
            found = float(abs(np.empty(x)).min()) > 1
            kept = [np.zeros(x) for _ in range(7)]
            return found
    """
    calls = [{"x": size} for size in (10, 10, 100, 100, 100_000, 100_000)]
    assert [event["value"] for event in run(source, *calls)] == ["True"] * 6


@ISOLATED
def test_the_scratch_folder_is_private_flat_and_gone_afterwards(run: Run) -> None:
    source = """
        import os
        def f(x):
            home = os.environ["HOME"]
            open("kept", "w").write("1")
            try: os.mkdir("sub")
            except PermissionError: return os.listdir("."), os.getcwd() == home, os.path.dirname(home)
    """
    event = one(run(source))
    assert event["value"] == str((["kept"], True, str(run.scratch)))
    run.settle()
    assert list(run.scratch.iterdir()) == []


@ISOLATED
def test_a_disk_is_not_filled(run: Run) -> None:
    source = "def f(x):\n  for i in range(10**6): open(str(i), 'wb').write(bytes(1 << 20))"
    event = one(run(source, limits={"wall": 20.0, "cpu": 20.0}))
    assert event["outcome"] == "output limit"
    assert "scratch" in event["detail"]


def test_no_process_and_no_descriptor_is_left(run: Run) -> None:
    def settled() -> list[int]:
        run.settle()
        return [len(list(Path(f"/proc/{each}/fd").iterdir())) for each in (run.host.pid, "self")]

    run("def f(x): return x")
    before = settled()
    for _ in range(3):
        run("import os\ndef f(x): os._exit(0)")
    assert settled() == before
