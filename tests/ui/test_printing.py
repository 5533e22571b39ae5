"""The engine that puts pages on sheets: one after the other, from any thread, or not at all."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.rendering.page_setup import PageSetup
from newsdesk.ui import printing
from newsdesk.ui.printing import PagePrinter
from tests.exporting.pdf_reading import pages, read
from tests.ui.preview.test_preview_page import Listener, listener

__all__ = ["listener"]  # a fixture

A4 = PageSetup(width_mm=210, height_mm=297)
# one red pixel
PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ"
    "/pLvAAAAAElFTkSuQmCC"
)


def page(text: str) -> str:
    return f"<!doctype html><html lang='en'><body><p>{text}</p></body></html>"


@pytest.fixture
def printer(qapp: QApplication) -> Iterator[PagePrinter]:
    printer = PagePrinter(qapp)
    yield printer
    printer.end()
    for _ in ("the page", "its profile"):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    printer.deleteLater()


class Outcomes:
    """How each of several pages went, by name."""

    def __init__(self, printer: PagePrinter) -> None:
        self.of: dict[str, bytes | PrintProblem] = {}
        self._printer = printer

    def ask(self, name: str, text: str = "") -> Callable[[], None]:
        return self._printer.begin(
            page(text or name),
            A4,
            partial(self.of.__setitem__, name),
            lambda error: self.of.__setitem__(name, error.problem),
        )


@pytest.fixture
def outcomes(printer: PagePrinter) -> Outcomes:
    return Outcomes(printer)


def test_a_page_comes_out_on_its_sheet(printer: PagePrinter) -> None:
    pdf = printer.print_page(page("Harbour opens"), A4)
    assert pages(pdf) == ["Harbour opens"]
    assert [round(float(pt) / 72 * 25.4) for pt in read(pdf).pages[0].mediabox[2:]] == [210, 297]


def test_margins_are_left_free(printer: PagePrinter) -> None:
    wide = PageSetup(width_mm=210, height_mm=297, left_mm=80)
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            found.append(tm[4] * cm[0] + cm[4])

    read(printer.print_page(page("Words"), wide)).pages[0].extract_text(visitor_text=visit)
    assert 80 / 25.4 * 72 <= found[0] < 90 / 25.4 * 72


def test_another_thread_waits_while_the_window_goes_on(printer: PagePrinter, qtbot: QtBot) -> None:
    printed: list[bytes] = []
    thread = Thread(target=lambda: printed.append(printer.print_page(page("From afar"), A4)))
    thread.start()
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    thread.join()
    assert pages(printed[0]) == ["From afar"]


def test_several_come_one_after_the_other_from_one_engine(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    for name in ("one", "two", "three"):
        outcomes.ask(name)
    qtbot.waitUntil(lambda: len(outcomes.of) == 3, timeout=20_000)
    assert list(outcomes.of) == ["one", "two", "three"]
    for name, pdf in outcomes.of.items():
        assert isinstance(pdf, bytes)
        assert pages(pdf) == [name]


def test_nothing_of_the_page_before_remains(printer: PagePrinter) -> None:
    red = "<!doctype html><html lang='ar' dir='rtl'><head><style>p{display:none}</style><title>Old"
    printer.print_page(f"{red}</title></head><body><p>Old</p></body></html>", A4)
    pdf = printer.print_page(page("New"), A4)
    assert pages(pdf) == ["New"]
    assert "Old" not in str(read(pdf).metadata)


def test_a_page_larger_than_the_engine_loads_is_printed(printer: PagePrinter) -> None:
    unseen = f"<i hidden>{'港' * 400_000}</i>"  # 3 MB as the engine would load them
    assert pages(printer.print_page(page(f"Before {unseen} after"), A4)) == ["Before after"]


def test_pictures_are_waited_for(printer: PagePrinter) -> None:
    html = page("".join(f"<img src='{PICTURE}' width='40' alt=''>" for _ in range(30)))
    resources = read(printer.print_page(html, A4)).pages[0]["/Resources"].get_object()
    assert resources["/XObject"]  # type: ignore[index]


def test_nothing_is_fetched_and_nothing_runs(printer: PagePrinter, listener: Listener) -> None:
    html = page(
        f"Here <img src='{listener.address}/a.png' alt=''><script>document.body.textContent='ran'"
        f"</script><img src=x onerror=\"document.body.textContent='ran'\">"
        f"<link rel=stylesheet href='{listener.address}/a.css'>"
        f"<iframe src='{listener.address}/b'></iframe>"
    )
    assert pages(printer.print_page(html, A4))[0].startswith("Here")
    assert listener.heard() == []


def test_what_is_taken_back_is_not_told(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    outcomes.ask("before")
    outcomes.ask("taken back")()
    outcomes.ask("after")
    qtbot.waitUntil(lambda: "after" in outcomes.of, timeout=20_000)
    assert list(outcomes.of) == ["before", "after"]


def test_an_engine_that_dies_costs_one_page(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    printer.print_page(page("warm"), A4)
    outcomes.ask("unlucky", "word " * 200_000)
    outcomes.ask("next")
    qtbot.waitUntil(lambda: printer._job is not None)
    engine = printer._page
    _kill_engine(printer)
    qtbot.waitUntil(lambda: len(outcomes.of) == 2, timeout=30_000)
    assert outcomes.of["unlucky"] is PrintProblem.DIED
    assert printer._page is engine  # let go at once, it takes the program along
    pdf = outcomes.of["next"]
    assert isinstance(pdf, bytes)
    assert pages(pdf) == ["next"]


def test_after_an_engine_died_the_end_waits_until_that_is_cleared_up(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    printer.print_page(page("warm"), A4)
    outcomes.ask("unlucky", "word " * 200_000)
    qtbot.waitUntil(lambda: printer._job is not None)
    _kill_engine(printer)
    qtbot.waitUntil(lambda: bool(outcomes.of), timeout=30_000)
    assert printer._clearing.isActive()
    printer.end()
    assert not printer._clearing.isActive()
    assert printer._page is None


def _kill_engine(printer: PagePrinter) -> None:
    """End the process that draws the page, as the system does when memory runs out."""
    os.kill(printer._page.renderProcessPid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def test_one_that_takes_too_long_is_given_up(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    printer._watch.setInterval(1)
    outcomes.ask("slow", "word " * 200_000)
    qtbot.waitUntil(lambda: bool(outcomes.of), timeout=20_000)
    assert outcomes.of == {"slow": PrintProblem.TOO_SLOW}


def test_the_engine_goes_when_there_is_nothing_to_print(printer: PagePrinter, qtbot: QtBot) -> None:
    printer._rest.setInterval(1)
    printer.print_page(page("One"), A4)
    qtbot.waitUntil(lambda: printer._page is None)
    assert pages(printer.print_page(page("Two"), A4)) == ["Two"]


def test_the_end_refuses_what_waits_so_that_no_thread_hangs(
    printer: PagePrinter, outcomes: Outcomes, qtbot: QtBot
) -> None:
    problems: list[PrintProblem] = []

    def ask() -> None:
        try:
            printer.print_page(page("Too late"), A4)
        except PrintError as error:
            problems.append(error.problem)

    outcomes.ask("under way", "word " * 100_000)
    thread = Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: len(printer._waiting) == 1 or printer._job is not None)
    printer.end()
    thread.join(10)
    assert not thread.is_alive()
    assert outcomes.of == {"under way": PrintProblem.STOPPED}
    after = Thread(target=ask)
    after.start()
    after.join(10)
    assert problems == [PrintProblem.STOPPED] * 2
    with pytest.raises(PrintError):
        printer.print_page(page("Never"), A4)


def test_a_missing_engine_is_told(printer: PagePrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "newsdesk.ui.preview.preview_page", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWebEngineCore", None)
    with pytest.raises(PrintError) as refused:
        printer.print_page(page("Nothing"), A4)
    assert refused.value.problem is PrintProblem.NO_ENGINE


def test_root_is_refused_where_the_engine_would_end_the_program(
    printer: PagePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing.sys, "platform", "linux")
    monkeypatch.setattr(printing.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    with pytest.raises(PrintError) as refused:
        printer.print_page(page("Nothing"), A4)
    assert refused.value.problem is PrintProblem.AS_ROOT
