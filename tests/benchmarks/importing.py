"""How fast releases come in by the thousand, and that their number costs no memory."""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.rows import Row

_FEW, _MANY = 1_000, 5_000  # releases
_LETTERS = 4_000  # of a release
_PAGE_BYTES = 1_000_000
_FEED_BYTES = 100_000_000
_ITEMS = 300  # of the feed that are read: each takes as long as the one before
_PEOPLE = 50
_TEXT = """
the harbour of Samport was opened on Monday by the mayor, who said that “a bridge is built by many
hands” and that 2,859 people had worked on it since January; the council’s engineers joined her, as
did visitors from Côte d’Ivoire and Viet Nam in the morning
"""
_SYLLABLES = ("ba", "dor", "el", "fim", "gan", "ho", "kel", "lom", "mar", "nes", "quil", "ros")


def measure() -> list[Row]:
    # beside the project: a temporary folder may lie in memory, where nothing is ever synced
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        few, many = _brought_in(folder, _FEW), _brought_in(folder, _MANY)
        marked_up = _brought_in(folder, _MANY, is_markdown=True)
        page = _probed("file", _page(folder / "page.html"), 1)
        feed = _probed("file", _feed(folder / "feed.xml"), _ITEMS)
    each = f"one of {_MANY:,} releases of 4 KB from a folder"
    return [
        Row(f"{each} (200 a second)", many["seconds"] / _MANY * 1e3, "ms", None, 5),
        Row(f"{each}, all processors", many["processor_s"] / _MANY * 1e3, "ms", None, 10),
        Row(
            f"{each}, as Markdown (500 a second)", marked_up["seconds"] / _MANY * 1e3, "ms", None, 2
        ),
        Row(
            f"memory for {_MANY - _FEW:,} more of them",
            max(0, many["peak_mib"] - few["peak_mib"]),
            "MiB",
            None,
            8,
        ),
        Row("a page of 1 MB", page["seconds"], "s", None, 2),
        Row("a feed of 100 MB, to its first release", feed["first_s"], "s", None, 2),
        Row(f"memory for {_ITEMS} of its releases", feed["held_mib"], "MiB", None, 16),
    ]


def _brought_in(folder: Path, count: int, *, is_markdown: bool = False) -> dict[str, float]:
    form = "Markdown" if is_markdown else "texts"
    texts = folder / f"{count} {form}"
    write_texts(texts, count, is_markdown=is_markdown)
    took = _probed("folder", texts, folder / f"{count} {form} stored")
    assert took["stored"] == count
    return took


def write_texts(folder: Path, count: int, *, is_markdown: bool = False) -> None:
    """Write so many releases, each a text with a headline, a dateline, a quote and a contact.

    Args:
        is_markdown: what they are is said in a front matter, as newsdesk itself writes it.
    """
    chance = random.Random(count)  # noqa: S311 - the same texts every time
    release, suffix = (_marked_up, "md") if is_markdown else (_release, "txt")
    for number in range(count):
        path = folder / f"{number % 10}" / f"release {number}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(release(chance, number), encoding="utf-8")


def _probed(what: str, place: Path, other: Path | int) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.benchmarks.importing_probe", what, place, str(other)]
    answer: Any = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    return answer


def _release(chance: random.Random, number: int) -> str:
    person = f"Dana Whitlock-{'abcdefghij'[number % 10].upper()}{number % _PEOPLE}"
    mailbox = f"press{number % _PEOPLE}@example.org"
    parts = [
        f"Harbour crews of pier {number} train for winter",
        "GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue.",
        *_paragraphs(chance, _LETTERS),
        f"“A rope is thrown in the same way everywhere,” said {person}, head of press.",
        f"For more information, please contact:\n{person}\nHarbour Trust\nEmail: {mailbox}",
    ]
    return "\n\n".join(parts)


def _marked_up(chance: random.Random, number: int) -> str:
    person = f"Dana Whitlock-{'abcdefghij'[number % 10].upper()}{number % _PEOPLE}"
    head = [
        "---",
        f'headline: "Harbour crews of pier {number} train for winter"',
        "language: en",
        "dateline.places: Geneva",
        "dateline.date: 2026-05-03",
        f"tags: harbours, pier {number % _PEOPLE}",
        "---",
    ]
    quote = f"“A rope is thrown in the same way everywhere,” said {person}, head of press."
    return "\n".join(head) + "\n" + "\n\n".join([*_paragraphs(chance, _LETTERS), quote])


def _paragraphs(chance: random.Random, letters: int) -> list[str]:
    """Return paragraphs in English, with so many names in them that no two texts look alike."""
    words, written = _TEXT.split(), 0
    paragraphs: list[str] = []
    while written < letters:
        chosen = chance.choices(words, k=60)
        chosen[::4] = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in chosen[::4]]
        paragraphs.append(" ".join(chosen).capitalize() + ".")
        written += len(paragraphs[-1])
    return paragraphs


def _page(path: Path) -> Path:
    chance = random.Random(1)  # noqa: S311 - see above
    parts = [
        f"<h2>Part {number}</h2><p>{text}</p><ul><li>One</li><li>Two</li></ul>"
        f"<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Samport</td><td>9</td></tr></table>"
        for number, text in enumerate(_paragraphs(chance, _PAGE_BYTES * 3 // 4))
    ]
    head = '<!doctype html><html lang="en"><head><title>The harbour opens</title></head><body>'
    article = f"<article><h1>The harbour opens</h1>{''.join(parts)}</article></body></html>"
    path.write_text(head + article, encoding="utf-8")
    return path


def _feed(path: Path) -> Path:
    chance = random.Random(2)  # noqa: S311 - see above
    words = "".join(f"<p>{text}</p>" for text in _paragraphs(chance, _LETTERS))
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>')
        while file.tell() < _FEED_BYTES:
            file.write(
                f"<item><title>Harbour crews train</title><link>https://example.org/{file.tell()}"
                f"</link><description><![CDATA[{words}]]></description></item>\n"
            )
        file.write("</channel></rss>")
    return path
