"""How long a release takes to become a PDF, and how large that is."""

import json
import os
import subprocess
import sys
from typing import Any

from tests.benchmarks.rows import Row


def measure() -> list[Row]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    environment = {**os.environ, **({"QTWEBENGINE_DISABLE_SANDBOX": "1"} if is_root else {})}
    words = [sys.executable, "-m", "tests.benchmarks.printing_probe"]
    run = subprocess.run(words, check=True, capture_output=True, env=environment)
    took: Any = json.loads(run.stdout)
    return [
        Row("the first PDF, the engine's start with it", took["first_ms"], "ms", None, 3_000),
        Row(
            "a PDF of 4 KB (floor: the engine alone)",
            took["small_ms"],
            "ms",
            took["small_floor_ms"],
            2.5,
        ),
        Row("its size", took["small_kb"], "KB", None, 150),
        Row(
            "a PDF of 100 KB (floor: the engine alone)",
            took["large_ms"],
            "ms",
            took["large_floor_ms"],
            2.5,
        ),
        Row("its size, 100 KB of text", took["large_kb"], "KB", None, 800),
    ]
