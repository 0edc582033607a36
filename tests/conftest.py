"""No test leaves a warm host behind, or uses that of another; tests of warm hosts ask for one.

Tests marked `soak` run only when asked for: `pytest -m soak`.
"""

from __future__ import annotations

import os

import pytest

os.environ["DRILL_IDLE_MINUTES"] = "0"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "soak" in config.getoption("markexpr"):
        return
    left_out = [item for item in items if item.get_closest_marker("soak")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
