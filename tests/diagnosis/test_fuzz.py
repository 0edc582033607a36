"""Whatever a submission returns, the diagnosis says something and never breaks."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from drill.bank.schema import Case
from drill.grading.compare import compare
from drill.grading.diagnosis import diagnose
from drill.grading.outcome import Failure
from drill.grading.values import skeleton
from drill.runner.wire import Array, Opaque
from tests.diagnosis.made import expected, returned
from tests.diagnosis.test_diagnose import PROBLEM, Listed

DTYPES = st.sampled_from(["float64", "float32", "float16", "int64", "uint8", "bool", "complex128", "uint64"])
SHAPES = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)


def any_array(dtypes: st.SearchStrategy[str] = DTYPES) -> st.SearchStrategy[Any]:
    return dtypes.flatmap(lambda dtype: arrays.arrays(np.dtype(dtype), SHAPES))


LEAVES = st.one_of(
    any_array().map(lambda data: Array(data, "numpy", data.ndim == 0)),
    any_array().map(lambda data: Array(data, "torch", False)),
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=5),
    st.just(Opaque("Sequence")),
)
TREES = st.recursive(
    LEAVES,
    lambda trees: st.one_of(
        st.lists(trees, max_size=3),
        st.lists(trees, max_size=3).map(tuple),
        st.dictionaries(st.sampled_from(["out", "dx", "other"]), trees, max_size=3),
    ),
    max_leaves=6,
)
WANTED = st.one_of(
    any_array(st.sampled_from(["float64", "int64", "bool", "complex128"])),
    st.integers(-5, 99),
    st.floats(0, 1),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    want=st.fixed_dictionaries({"out": WANTED, "dx": WANTED}), gots=st.lists(TREES, min_size=1, max_size=3)
)
def test_nothing_that_comes_back_breaks_it(want: dict[str, Any], gots: list[Any]) -> None:
    failures = []
    outputs = {name: expected(name, value) for name, value in want.items()}
    for i, got in enumerate(gots):
        comparison, found = compare(skeleton(dict.fromkeys(want)), outputs, got, "numpy")
        if comparison.differences:
            inputs = {"x": np.linspace(-1, 1, 12).reshape(3, 4), "b": np.zeros(4), "lr": 0.1}
            message = comparison.differences[0].message
            failures.append(
                Failure(
                    Case(str(i)), "wrong answer", message, inputs, outputs, found, comparison, (), returned()
                )
            )
    found_reasons = diagnose(failures, PROBLEM, Listed())
    assert bool(found_reasons) == bool(failures)
    assert all(each.says and "{" not in each.says.replace(str(gots), "") for each in found_reasons)
