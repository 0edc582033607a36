"""No test leaves a warm host behind, or uses that of another; tests of warm hosts ask for one."""

from __future__ import annotations

import os

os.environ["DRILL_IDLE_MINUTES"] = "0"
