"""A whole problem arrives typed; a broken one names every error with its line and key."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from drill.bank.keys import WRONG_VERDICTS
from drill.bank.load import load_problem, load_topics
from drill.bank.schema import (
    BankErrors,
    Case,
    Equivalent,
    Figure,
    Followup,
    Limits,
    Mistake,
    Speed,
    Tolerance,
)
from drill.bank.whole import whole_problem
from drill.grading.report import Verdict
from tests.bank.conftest import PROBLEM

Write = Callable[..., Path]


def errors_of(path: Path, root: Path) -> list[str]:
    with pytest.raises(BankErrors) as caught:
        load_problem(path, root)
    assert all(error.path == path for error in caught.value.errors)
    return [f"{error.line}: {error.key}: {error.message}" for error in caught.value.errors]


def test_every_key_arrives(write: Write, root: Path) -> None:
    path = write()
    problem = load_problem(path, root)
    assert (problem.id, problem.title, problem.topic) == ("scale", "Scale and shift", "demo")
    assert (problem.difficulty, problem.minutes, problem.source) == ("easy", 5, "A textbook, chapter 1")
    assert (problem.root, problem.path) == (root, path)
    assert problem.prerequisites == ("elsewhere",)  # unknown ones are kept
    assert problem.frameworks == ("numpy", "torch")
    assert problem.statement == "Compute $a x + b$.\n"
    assert problem.starter.startswith("def scale(x, a, *, b=1.0):\n")
    assert problem.driver is not None
    assert problem.driver.startswith("out = scale(")
    assert problem.cases == (
        Case("small", visible=True, args={"n": 3}),
        Case(
            "float32, fortran",
            args={"n": 4, "d": 2, "shape": (1, (2, 3))},
            dtype="float32",
            layout="fortran",
            tolerance={"": Tolerance(rtol=1e-3), "sum": Tolerance(atol=1e-2)},
            frameworks=("torch",),
        ),
        Case("none", args={"n": 0}, raises="ValueError"),
    )
    assert problem.mistakes == (
        Mistake("forgot the shift", "You never added b.", {" + b": ""}),
        Mistake("loops", "Too slow.", {"a * x": "sum(x for _ in range(a))"}, "time limit exceeded"),
    )
    assert problem.forbid == ("torch.addcmul",)
    assert problem.allow == ("einops",)
    assert problem.dtype_rtol == {"float64": 1e-9, "float32": 1e-5}
    assert problem.tolerance == {"": Tolerance(atol=1e-12), "out": Tolerance(rtol=1e-7)}
    assert problem.limits == Limits(seconds=1.5, memory_mb=512)
    assert problem.speed == Speed({"n": 4096}, 50.0)
    assert problem.hints == ("First", "Second", "Third")
    assert problem.followups == (Followup("Why?", "Because."),)
    assert problem.equivalent == (Equivalent("return a * x + b", "return x * a + b", "commutative"),)


def test_optional_keys_have_defaults(write: Write, root: Path, problem_text: str) -> None:
    start = problem_text.index("forbid:")
    end = problem_text.index("hints:")
    text = problem_text[:start] + problem_text[end : problem_text.index("followups:")]
    text = text.replace("prerequisites: [elsewhere]\n", "")
    problem = load_problem(write(text), root)
    assert (problem.forbid, problem.allow, problem.tolerance, problem.dtype_rtol) == ((), (), {}, {})
    assert (problem.limits, problem.speed, problem.followups, problem.equivalent) == (Limits(), None, (), ())


@pytest.mark.parametrize(
    ("old", "new", "below", "error"),
    [
        # Where the edit is; by how many lines the error is below it.
        # keys
        ("hints:", "hint:", 0, "hint: unknown key 'hint'; did you mean 'hints'?"),
        ("title: Scale and shift\n", "", -1, ": the key title is missing"),
        ("minutes: 5", "minutes: 5\nminutes: 6", 1, "minutes: given twice, first on line 5"),
        ("says: Too slow.", "say: Too slow.", 0,
         "mistakes[1].say: unknown key 'say'; did you mean 'says'?"),
        ("seconds: 1.5", "second: 1.5", 0, "limits.second: unknown key 'second'; did you mean 'seconds'?"),
        # types
        ("title: Scale and shift", "title: 3", 0,
         "title: expected text, got the number 3; put it in quotes"),
        ("title: Scale and shift", "title:", 0, "title: expected text, got nothing"),
        ("title: Scale and shift", "title: [a]", 0, "title: expected text, got a list"),
        ("minutes: 5", "minutes: five", 0, "minutes: expected a whole number, got text 'five'"),
        ("minutes: 5", "minutes: true", 0, "minutes: expected a whole number, got true"),
        ("hints: [First, Second, Third]", "hints: First", 0, "hints: expected a list, got text 'First'"),
        ("visible: true", "visible: 1", 0, "cases[0].visible: expected true or false, got the number 1"),
        ("{rtol: 1e-3,", "{rtol: low,", 0, "cases[1].tolerance.rtol: expected a number, got text 'low'"),
        ("{atol: 1e-2}", "[1e-2]", 0, "cases[1].tolerance.sum: expected a number, got a list"),
        ("{seconds: 1.5, memory_mb: 512}", "2", 0,
         "limits: expected a mapping (key: value), got the number 2"),
        ("visible: true", "visible: yes", 0,
         "cases[0].visible: yes is ambiguous in YAML: write true or false, or put it in quotes"),
        # ranges and choices
        ("minutes: 5", "minutes: 0", 0, "minutes: 0 is not between 1 and 240"),
        ("rtol: 1e-3", "rtol: -1", 0, "cases[1].tolerance.rtol: -1 is not between 0 and 1"),
        ("rtol: 1e-3", "rtol: .nan", 0, "cases[1].tolerance.rtol: nan is not between 0 and 1"),
        ("difficulty: easy", "difficulty: tricky", 0, "difficulty: 'tricky' is none of easy, medium, hard"),
        ("[numpy, torch]", "[numpy, numpy]", 0, "frameworks[1]: 'numpy' is already at frameworks[0]"),
        ("[numpy, torch]", "[]", 0, "frameworks: at least 1 expected, got 0"),
        ("title: Scale and shift", "title: ' '", 0, "title: must not be empty"),
        ("title: Scale and shift", r'title: "a\nb"', 0, "title: must be a single line"),
        # names
        ("id: scale", "id: scales", 0, "id: 'scales' differs from the file's name, 'scale'"),
        ("topic: demo", "topic: other", 0, "topic: 'other' differs from the folder's name, 'demo'"),
        ("[elsewhere]", "[scale]", 0, "prerequisites: a problem cannot be its own prerequisite"),
        ("[elsewhere]", "[Else]", 0,
         "prerequisites[0]: 'Else' is not an id: small letters, digits and single hyphens, a letter first"),
        ("name: none", "name: small", 0, "cases[2]: 'small' is already at cases[0]"),
        ("name: loops", "name: forgot the shift", 0,
         "mistakes[1]: 'forgot the shift' is already at mistakes[0]"),
        ("torch.addcmul", "addcmul", 0,
         "forbid[0]: 'addcmul' is not a dotted name such as torch.nn.BatchNorm1d"),
        ("verdict: time limit exceeded", "verdict: accepted", 0,
         "mistakes[1].verdict: 'accepted' is none of wrong answer, run-time error"),
        # edits
        ('{" + b": ""}', "{}", 0, "mistakes[0].change: at least one edit expected"),
        ('{" + b": ""}', '{"": b}', 0, "mistakes[0].change['']: the text to be changed must not be empty"),
        ('{" + b": ""}', "{a: a}", 0, "mistakes[0].change.a: changes nothing"),
        ('{" + b": ""}', "{a: 0}", 0,
         "mistakes[0].change.a: expected text, got the number 0; put it in quotes"),
        # cases
        ("visible: true, ", "", -1, "cases: at least one visible and one hidden case expected"),
        ("n: 0,", "n: 0, float64: 1, rng: 1,", 0,
         "cases[2].rng: 'rng' cannot be an argument of generate(): it must be a Python name, and not rng"),
        ("n: 0,", "n: 0, visable: true,", 0,
         "cases[2].visable: unknown argument of generate() 'visable'; did you mean 'visible'?"),
        ("n: 0, ", "", 0, "cases[2]: the argument n of generate() is missing"),
        ("{n: 4096}", "{m: 4096}", 0, "speed.with.m: unknown argument of generate() 'm'"),
        ("[numpy, torch]", "[numpy]", 13, "cases[1]: torch is not among the problem's frameworks"),
        ("{rtol: 1e-3,", "{float32: 1e-3,", 0,
         "cases[1].tolerance.float32: a case has one dtype, so say rtol"),
        ("sum: {atol", "som: {atol", 0,
         "cases[1].tolerance.som: unknown output of the driver 'som'; did you mean 'sum'?"),
        ("out: 1e-7", "ou: 1e-7", 0,
         "tolerance.ou: unknown output of the driver 'ou'; did you mean 'out'?"),
        ("name: none", "name: 'speed: n=1'", 0,
         "cases[2].name: names that begin with 'speed:' are the speed bound's"),
        # code
        ("def scale(x, a, *, b=1.0):", "def scale(x, a, *, b=1.0:", 0, "starter: does not compile: "),
        ('"""x: (N, D)."""', r'"""$\hat{x}$"""', 0, "starter: does not compile: "),
        ("def scale(", "def _scale(", -1, "starter: defines no public function or class"),
        ("out = scale(x, a, b=b)", "out = scale(x, a, b=b", 0,
         "driver: does not compile: '(' was never closed"),
        ("out = scale(x, a, b=b)", "out = x", -1, "driver: never uses scale, which the starter defines"),
        ('return {"out": out, "sum": out.sum()}', "class A: return 1", 0, "driver: does not compile: "),
        ('return {"out": out, "sum": out.sum()}', "def f(): return 1", -2, "driver: returns nothing"),
    ],
)  # fmt: skip
def test_each_error_has_its_line_and_key(
    write: Write, root: Path, problem_text: str, old: str, new: str, below: int, error: str
) -> None:
    before, after = problem_text.split(old)
    line = before.count("\n") + 1 + below
    found = errors_of(write(before + new + after), root)
    assert any(text.startswith(f"{line}: {error}") for text in found), "\n".join(found)


def test_all_errors_come_at_once_in_the_order_of_lines(write: Write, root: Path, problem_text: str) -> None:
    text = problem_text.replace("minutes: 5", "minutes: -5").replace("n: 3}", "n: 3, d: *x, raises: 7}")
    text = text.replace("memory_mb: 512", "memory_mb: 1, disk: 2").replace("ask: Why?, ", "")
    path = write(text.replace("def scale(", "def scale(("))
    (root / "graders/demo/scale/reference_torch.py").unlink()
    found = errors_of(path, root)
    assert [line.split(": ")[1] for line in found] == [
        "",  # the missing file
        "minutes",
        "starter",
        "cases[0].raises",
        "cases[0].d",
        "limits.memory_mb",
        "limits.disk",
        "followups[0]",
    ]
    assert "aliases (*x) are not read" in found[4]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", "None: : the file is empty"),
        (b"# nothing\n", "None: : the file is empty"),
        (b"a: b\nc: 'd", "2: : not YAML: while scanning a quoted scalar, found unexpected end of stream"),
        (b"a: b\nc: d: e", "2: : not YAML: mapping values are not allowed"),
        (b"a: b\n\tc: d", "2: : not YAML: "),
        (b"a: b\n---\nc: d", "2: : a second document starts here"),
        (b"a: \xff", "1: : not UTF-8 text"),
        ("é: é\nb: \x07".encode(), "2: : not YAML: the character '\\x07'"),
        (b"a: b\n[c]: d", "2: : a key must be plain text"),
        (b"- a", "1: : expected a mapping (key: value), got a list"),
        (b"7", "1: : expected a mapping (key: value), got the number 7"),
        (b"[" * 1000, "1: : nested more than 24 deep"),
        (b"a: [" + b"b, " * 30_000 + b"]", "1: : more than 20000 values"),
        (b"a: " + b"b" * (1 << 20), "None: : larger than 1024 KiB"),
    ],
)
def test_what_is_no_problem_file_at_all(root: Path, write: Write, text: bytes, error: str) -> None:
    path = write()
    path.write_bytes(text)
    assert any(line.startswith(error) for line in errors_of(path, root))


def test_an_alias_bomb_is_not_unfolded(root: Path, write: Write) -> None:
    levels = [f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 9) + "]" for n in range(1, 30)]
    assert len(errors_of(write("l0: &l0 [x]\n" + "\n".join(levels)), root)) < 100


def test_files_that_must_be_there(root: Path, write: Write, problem_text: str) -> None:
    path = write()
    graders = root / "graders/demo/scale"
    (graders / "cases.py").unlink()
    (graders / "reference_torch.py").unlink()
    assert errors_of(path, root) == [
        f"None: : the file {graders}/cases.py is missing",
        f"None: : the file {graders}/reference_torch.py is missing",
    ]
    path = write(problem_text.replace("id: scale", "id: a-b"), name="a-b")
    shutil.rmtree(root / "graders/demo/a_b")
    assert errors_of(path, root) == [
        f"None: : the folder {root}/graders/demo/a_b is missing, "
        "with cases.py, reference_numpy.py, reference_torch.py in it"
    ]


def test_the_generator_must_parse_and_be_there(root: Path, write: Write) -> None:
    path = write()
    cases = root / "graders/demo/scale/cases.py"
    for source, error in (("def generate(", "was never closed"), ("x = 1", "defines no function generate")):
        cases.write_text(source)
        with pytest.raises(BankErrors, match=error) as caught:
            load_problem(path, root)
        assert [found.path for found in caught.value.errors] == [cases]
    cases.write_text("def generate(rng, **anything): ...")
    assert load_problem(path, root).id == "scale"


def test_a_path_that_is_no_file(root: Path, tmp_path: Path) -> None:
    assert errors_of(tmp_path / "none.yaml", root) == ["None: : does not exist"]
    assert errors_of(tmp_path, root) == ["None: : is not a file"]


def test_several_entries_need_a_driver(root: Path, write: Write, problem_text: str) -> None:
    start, end = problem_text.index("driver:"), problem_text.index("cases:")
    text = problem_text[:start] + problem_text[end:]
    assert load_problem(write(text), root).driver is None  # and outputs have names that only the judge knows
    two = text.replace("starter: |\n", "starter: |\n  class Scale: ...\n")
    assert errors_of(write(two), root) == [
        "11: starter: defines Scale, scale: more than one entry needs a driver"
    ]


def test_the_digest_covers_every_file(root: Path, write: Write) -> None:
    path = write()
    digests = {load_problem(path, root).digest}
    graders = root / "graders/demo/scale"
    for name in ("right/loops.py", "wrong/nan.py", "helper.py"):
        (graders / name).parent.mkdir(exist_ok=True)
        (graders / name).write_text("1")
        digests.add(load_problem(path, root).digest)
    (graders / "helper.py").write_text("2")
    digests.add(load_problem(path, root).digest)
    path.write_text(path.read_text() + "# a comment\n")
    digests.add(load_problem(path, root).digest)
    assert len(digests) == 6
    (graders / "__pycache__").mkdir()
    (graders / "__pycache__/cases.pyc").write_text("x")
    (graders / ".cases.py.swp").write_text("x")
    assert load_problem(path, root).digest in digests


def test_mistakes_may_come_to_any_verdict_but_two() -> None:
    assert {*WRONG_VERDICTS, "accepted", "internal error"} == set(get_args(Verdict))


def test_topics(tmp_path: Path) -> None:
    path = tmp_path / "topics.yaml"
    path.write_text("- layers\n- losses\n")
    assert load_topics(path) == ("layers", "losses")
    path.write_text("- layers\n- Losses\n- layers\n")
    with pytest.raises(BankErrors) as caught:
        load_topics(path)
    assert [(error.line, error.key) for error in caught.value.errors] == [(2, "[1]"), (3, "[2]")]


def test_tolerances_of_parts_of_an_output(root: Path, write: Write, problem_text: str) -> None:
    problem = load_problem(write(problem_text.replace("out: 1e-7", '"out[0]": 1e-7, sum.x: {atol: 1}')), root)
    assert set(problem.tolerance) == {"", "out[0]", "sum.x"}
    free = problem_text.replace('{"out": out, ', "{**outputs, ").replace("out: 1e-7", "anything: 1e-7")
    assert set(load_problem(write(free), root).tolerance) == {"", "anything"}  # the driver does not tell


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<title>A line</title>{}</svg>\n'


def with_figure(
    write: Write, root: Path, inside: str | None, figure: str = "{svg: figure.svg, alt: A line}"
) -> Path:
    path = write(f"{PROBLEM}figure: {figure}\n")
    if inside is not None:
        (root / "graders/demo/scale/figure.svg").write_text(DRAWING.format(inside))
    return path


def test_a_figure_arrives(write: Write, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drill.bank.cache.SETTLED_NS", -(10**12))  # what has just been written may be kept
    path = with_figure(write, root, '<path class="line"/>')
    assert load_problem(path, root).figure == Figure("figure.svg", "A line")
    for _ in range(2):  # loaded, then taken from the cache
        assert whole_problem(path, root, tmp_path / "cache").figure == Figure("figure.svg", "A line")


def test_a_figure_that_is_missing_or_does_more_than_draw(write: Write, root: Path) -> None:
    path = with_figure(write, root, None)
    file = root / "graders/demo/scale/figure.svg"
    assert errors_of(path, root) == [f"None: figure: the file {file} is missing"]
    path = with_figure(write, root, "\n<script>alert(1)</script>")
    with pytest.raises(BankErrors) as caught:
        load_problem(path, root)
    assert str(caught.value) == f"{file}:3: <script> is not allowed: a figure only draws"


@pytest.mark.parametrize(
    ("figure", "error"),
    [
        ("figure.svg", "figure: expected a mapping"),
        ("{svg: figure.svg}", "figure: the key alt is missing"),
        ("{svg: ../x.svg, alt: A line}", "figure.svg: '../x.svg' is not the name of a file"),
    ],
)
def test_a_figure_is_checked(write: Write, root: Path, figure: str, error: str) -> None:
    assert any(error in each for each in errors_of(with_figure(write, root, "", figure), root))
