"""A dictionary of a few words, as tests need it."""

from collections.abc import Sequence
from pathlib import Path

AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwzñ\nSFX S Y 1\nSFX S 0 s [^s]\n"


def write_dictionary(
    place: Path,
    *,
    words: Sequence[str] = ("quay",),
    affixes: str = AFFIXES,
    said: int | None = None,
) -> Path:
    """Write `place`.aff and .dic, which says that it has `said` words, and return `place`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.with_name(f"{place.name}.aff").write_text(affixes, "utf-8")
    number = len(words) if said is None else said
    lines = [str(number), *words]
    place.with_name(f"{place.name}.dic").write_text("\n".join(lines) + "\n", "utf-8")
    return place
