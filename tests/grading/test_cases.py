"""Drawing cases: what follows from the seed, what is expected, what a bank's author is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.cases import Drawn, Grader
from drill.grading.exam import Exam
from drill.grading.references import Program, compile_driver
from drill.grading.values import BankFault
from tests.grading import small_bank

torch = pytest.importorskip("torch")


def grader(root: Path, framework: str = "numpy", **files: str) -> Grader:
    return Grader(small_bank.problem(small_bank.write(root, **files)), framework)  # type: ignore[arg-type]


def named(of: Grader, name: str) -> Case:
    return next(case for case in of.cases() if case.name == name)


def draw_small(root: Path, files: dict[str, str]) -> None:
    of = grader(root, "torch", **files)
    of.draw(named(of, "small"), 1)


def test_numbers_follow_from_the_seed_and_the_name(tmp_path: Path) -> None:
    of = grader(tmp_path)
    case = named(of, "small")
    first, again, other = (of.inputs(case, seed)["x"] for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    renamed = Case("another name", args=case.args)
    assert not np.array_equal(first, of.inputs(renamed, 1)["x"])


def test_expected_values_are_in_float64_on_the_inputs_after_their_cast(tmp_path: Path) -> None:
    of = grader(tmp_path)
    drawn = of.draw(named(of, "single"), 1)
    x, w = drawn.inputs["x"], drawn.inputs["w"]
    assert (x.dtype, w.dtype) == (np.float32, np.float32)
    out = drawn.expected["out"]
    assert (out.dtype, out.shape) == ("float32", (5, 2))
    assert out.value.dtype == np.float64
    assert np.array_equal(out.value, x.astype(np.float64) * w.astype(np.float64) + 0.5)


def test_dtype_and_shape_come_from_the_submissions_framework(tmp_path: Path) -> None:
    other = small_bank.TORCH.replace("out.sum(dim=1)", "out.sum(dim=1).float()")
    of = grader(tmp_path, "torch", torch=other)
    drawn = of.draw(named(of, "small"), 1)
    assert drawn.expected["total"].dtype == "float32"
    assert of.primary_expected(drawn)["total"].dtype == "float64"


def test_tolerances(tmp_path: Path) -> None:
    of = grader(tmp_path)
    out, total = of.draw(named(of, "small"), 1).expected.values()
    assert out.rtol == 1e-7
    assert out.atol == pytest.approx(1e-7 * np.abs(out.value).max())
    assert (total.rtol, total.atol) == (1e-7, 1e-5)
    assert of.draw(named(of, "single"), 1).expected["out"].rtol == 1e-4


def test_the_speed_case_comes_last_and_may_take_its_multiple(tmp_path: Path) -> None:
    of = grader(tmp_path)
    case = of.cases()[-1]
    assert (case.name, case.visible) == ("speed: n=2000, d=50", False)
    drawn = of.draw(case, 1)
    assert drawn.allowed is not None
    assert drawn.allowed >= 0.4  # four hundred times no less than a millisecond


def test_the_speed_case_of_a_shared_exam_is_timed_with_care_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def timed(self: Grader, drawn: Drawn) -> Drawn:
        asked.append(drawn.case.name)
        return drawn

    monkeypatch.setattr(Grader, "timed", timed)
    problem = small_bank.problem(small_bank.write(tmp_path))
    for shared, careful in ((False, []), (True, ["speed: n=2000, d=50"])):
        exam = Exam(problem, "numpy", 1, shared=shared)
        assert [each.case for each in exam.cases()] == [each.case for each in exam.cases()]
        assert asked == careful


def test_cases_of_other_frameworks_are_left_out(tmp_path: Path) -> None:
    yaml = small_bank.YAML.replace(
        "n: 4, d: 3, shift: 2.5, twice: true}", "n: 4, d: 3, shift: 2.5, frameworks: [torch]}"
    )
    of = grader(tmp_path, yaml=yaml)
    assert "shifted" not in [case.name for case in of.cases()]


def test_ints_and_narrow_floats_keep_their_dtype(tmp_path: Path) -> None:
    cases = small_bank.CASES.replace(
        '"options": options', '"options": {}, "i": np.arange(3), "n": np.int64(3)'
    )
    of = grader(tmp_path, cases=cases, yaml=small_bank.YAML.replace("**options", ""))
    inputs = of.inputs(named(of, "single"), 1)
    assert inputs["i"].dtype == np.int64
    assert type(inputs["n"]) is int


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"cases": "def generate(rng, n, d, shift=None, twice=False): return 1"},
            "must return a dictionary by name, not int",
        ),
        (
            {"cases": "def generate(rng, n, d, shift=None, twice=False): 1 / 0"},
            "generate() failed for case 'small': ZeroDivision",
        ),
        ({"cases": small_bank.CASES.replace("2 +", "np.inf *")}, "NaN or infinity"),
        ({"cases": small_bank.CASES.replace('"x": ', '"x": {1}, "y": ')}, "returned a set"),
        ({"numpy": small_bank.NUMPY.replace("x * w", "x @ w")}, "reference_numpy.py failed on case 'small'"),
        ({"numpy": small_bank.NUMPY.replace("return out,", "return {1},")}, "returned a set"),
        ({"numpy": "def other(): ..."}, "does not define affine"),
        ({"numpy": "1 / 0"}, "reference_numpy.py does not load: ZeroDivisionError"),
        ({"torch": small_bank.TORCH.replace("dim=1", "dim=0")}, "shapes (2,) and (3,)"),
        ({"torch": small_bank.TORCH.replace("return out, ", "return out, out, ")}, "too many values"),
    ],
    ids=range(10),
)
def test_a_fault_names_the_file_and_the_case(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(BankFault) as caught:
        draw_small(tmp_path, files)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("numpy", "message"),
    [
        ("return out, out.sum(axis=1)", "asks for ValueError, but reference_numpy.py returned"),
        ("raise KeyError(3)", "asks for ValueError, but reference_numpy.py raised KeyError: 3"),
    ],
)
def test_a_reference_must_raise_what_the_case_asks_for(tmp_path: Path, numpy: str, message: str) -> None:
    text = small_bank.NUMPY.replace('raise ValueError("no columns")', "out = x; " + numpy)
    of = grader(tmp_path, numpy=text)
    with pytest.raises(BankFault, match="no columns") as caught:
        of.draw(named(of, "no columns"), 1)
    assert message in str(caught.value)


def test_the_problems_own_check(tmp_path: Path) -> None:
    check = (
        "\n\ndef check(inputs, outputs, expected):\n    return 'no' if outputs['total'][0] < 0 else None\n"
    )
    of = grader(tmp_path, cases=small_bank.CASES + check)
    drawn = of.draw(named(of, "small"), 1)
    assert of.checked(drawn, drawn.values) is None
    assert of.checked(drawn, {"total": np.array([-1.0])}) == "no"
    assert of.checked(drawn, {"total": np.array([np.nan])}) == "the outputs contain NaN or infinity"
    with pytest.raises(BankFault, match="check"):
        of.checked(drawn, {})


def test_a_driver_is_the_body_of_a_function() -> None:
    driver = compile_driver('text = """a\nb"""\nreturn f(x), text\n', ("x",), {"f": lambda x: x + 1})
    assert driver(x=2) == (3, "a\nb")
    with pytest.raises(BankFault, match="line 2"):
        compile_driver("x = 1\nreturn (", (), {})


def test_without_a_driver_the_entry_gets_required_inputs_by_position(tmp_path: Path) -> None:
    yaml = small_bank.YAML
    start, end = yaml.index("driver:"), yaml.index("cases:")
    yaml = (yaml[:start] + yaml[end:]).replace("total: {atol: 1.0e-5}", "atol: 1.0e-5")
    problem = small_bank.problem(small_bank.write(tmp_path, yaml=yaml))
    program = Program(problem, "numpy")
    out, total = program.call({"shift": 3.0, "w": np.ones(2), "x": np.zeros((1, 2))})
    assert (out.data.tolist(), total.data.tolist()) == ([[3.0, 3.0]], [6.0])
    with pytest.raises(BankFault, match="returned no w"):
        program.call({"x": np.zeros((1, 2))})
    with pytest.raises(BankFault, match="y, which affine does not take"):
        program.call({"x": np.zeros((1, 2)), "w": np.ones(2), "y": 1})


def test_how_often_an_entry_is_called(tmp_path: Path) -> None:
    yaml = small_bank.YAML.replace("  out, total = affine(", "  affine(x, w)\n  out, total = affine(")
    problem = small_bank.problem(small_bank.write(tmp_path, yaml=yaml))
    assert Program(problem, "numpy").calls({"x": np.ones((1, 2)), "w": np.ones(2), "options": {}}) == 2
