"""Which parts of a value handed around the window's code asks for."""

import re
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "src" / "newsdesk" / "ui"


def asked_of(name: str) -> set[str]:
    """Return every `part` that stands as `name.part` anywhere in the window."""
    pattern = re.compile(rf"\b_?{name}\.(\w+)")
    code = (
        line
        for path in sorted(UI.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if not line.lstrip().startswith(("from ", "import "))
    )
    return {part for line in code for part in pattern.findall(line)}
