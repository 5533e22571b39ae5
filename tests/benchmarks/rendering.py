"""Rendering: at a key, from nothing, and of what the parser alone would take minutes for."""

from collections.abc import Callable
from itertools import pairwise
from statistics import quantiles
from time import perf_counter

from markdown import Markdown

from newsdesk.rendering.markdown import BlockRenderer
from tests.benchmarks.rows import Row
from tests.rendering.release_grammar import ReleaseGrammar

_EXTENSIONS = (
    "tables", "fenced_code", "attr_list", "def_list", "abbr", "footnotes", "smarty", "sane_lists",
)  # fmt: skip
_KEYS = 40
_ROUNDS = 15
_SLOW = {
    "10,000 quote signs": ">" * 10_000,
    "10,000 brackets": "[" * 10_000,
    "10,000 straight quotation marks": '"' * 10_000,
    "10,000 curly quotation marks": "“" * 10_000,
    "300 levels of lists": "\n".join(f"{'    ' * level}- item" for level in range(300)),
    "a paragraph of 1 MB": "word " * 200_000,
}


def measure() -> list[Row]:
    small, large = _body(4_000), _body(100_000)
    return [
        Row("render after a key, 4 KB", _after_a_key(small, "a"), "ms", None, 2),
        Row("render after a key, 100 KB", _after_a_key(large, "a"), "ms", None, 5),
        Row("render after a line break, 100 KB", _after_a_key(large, "\n"), "ms", None, 5),
        _from_nothing(small),
        *(
            Row(f"render {name}", _anew(source), "ms", None, 2_000)
            for name, source in _SLOW.items()
        ),
    ]


def _body(size: int) -> str:
    """Return a body of about `size` characters with the few signs that releases have."""
    body = ReleaseGrammar(7, signs=0.1).text_of(size)
    return body[: body.index("\n\n", size)] if "\n\n" in body[size:] else body


def _after_a_key(body: str, key: str) -> float:
    """Return the ms of a rendering after `key` is typed, word after word from the middle on."""
    paragraphs = [
        (start, end)
        for start, end in pairwise(_blank_lines(body))
        if body[start + 2].isupper() and 200 < end - start < 1_000
    ]
    start, end = min(paragraphs, key=lambda span: abs(span[0] - len(body) // 2))
    at = body.index(" ", (start + end) // 2)
    renderer = BlockRenderer()
    renderer.render_body(body)
    times: list[float] = []
    for _ in range(_KEYS):
        body = body[:at] + key + body[at:]
        times.append(_ms(lambda: renderer.render_body(body)))  # noqa: B023 - run at once
        at = body.index(" ", at + 2)
    return quantiles(times, n=4)[0]  # what takes longer, other programs have a part in


def _blank_lines(body: str) -> list[int]:
    return [at for at in range(len(body)) if body.startswith("\n\n", at)]


def _from_nothing(body: str) -> Row:
    """Measure a body's first rendering against the whole of it in one go, turn by turn."""
    parser = Markdown(extensions=_EXTENSIONS, output_format="html")
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(_ROUNDS):
        ours.append(_anew(body))
        floor.append(_ms(lambda: parser.reset().convert(body)))
    return Row("render anew, 4 KB (floor: Python-Markdown)", min(ours), "ms", min(floor), 2.5)


def _anew(body: str) -> float:
    """Return the ms of a rendering by a renderer that has seen nothing of the body."""
    renderer = BlockRenderer()
    renderer.render_body("once, so that the parser is there")
    return _ms(lambda: renderer.render_body(body))


def _ms(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
