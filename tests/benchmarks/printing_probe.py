"""Prints releases in a process of its own and says as JSON what that took."""

import json
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from newsdesk.app import page_printing
from newsdesk.exporting.format import PrintPage
from newsdesk.exporting.pdf import pdf_file, print_page_html
from newsdesk.rendering.page_setup import page_setup
from tests.exporting.sample import ENGLISH, HARBOUR_UNION, source_of
from tests.rendering.release_grammar import ReleaseGrammar

_SIZES = {"small": 4_000, "large": 100_000}
_ROUNDS = 7


def main() -> None:
    told: dict[str, float] = {}
    since = perf_counter()
    with page_printing() as print_page:
        pdf_file(replace(source_of(ENGLISH), print_page=print_page))
        told["first_ms"] = (perf_counter() - since) * 1e3
        for name, size in _SIZES.items():
            told |= {f"{name}_{figure}": value for figure, value in _of(size, print_page).items()}
    print(json.dumps(told))


def _of(size: int, print_page: PrintPage) -> dict[str, float]:
    """Return the figures of a release of `size` characters, rendered anew each time."""
    release = replace(ENGLISH, body_md=ReleaseGrammar(7, signs=0.1).text_of(size))
    setup = page_setup(HARBOUR_UNION)
    html = print_page_html(source_of(release))
    pdfs: list[bytes] = []

    def whole() -> None:
        pdfs.append(pdf_file(replace(source_of(release), print_page=print_page)))

    def engine_alone() -> None:
        print_page(html, setup)

    # in turns, and the quickest of each: the engine shares the processor with whoever else works
    times = [(_ms(engine_alone), _ms(whole)) for _round in range(_ROUNDS)]
    floor, took = map(min, zip(*times, strict=True))
    return {
        "floor_ms": floor,
        "ms": took,
        "kb": len(pdfs[-1]) / 1024,
    }


def _ms(work: Callable[[], object]) -> float:
    since = perf_counter()
    work()
    return (perf_counter() - since) * 1e3


if __name__ == "__main__":
    main()
