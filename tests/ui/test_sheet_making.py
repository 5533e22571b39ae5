"""PDFs of the open release, as it stands and not as it is stored."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError, PrintError, PrintProblem
from newsdesk.services.preferences import PreviewMode, View
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preview.print_pages import PrintPages
from newsdesk.ui.printing import PagePrinter
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.sheet_making import SheetMaking
from tests.exporting.pdf_reading import pages
from tests.ui.windows import OpenWindow


class Answers:
    def __init__(self) -> None:
        self.pdfs: list[bytes] = []
        self.errors: list[NewsdeskError] = []


@pytest.fixture
def printer(qapp: QApplication) -> Iterator[PagePrinter]:
    printer = PagePrinter(qapp)
    yield printer
    printer.end()
    for _ in ("the page", "its profile"):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def stored(changed: Callable[..., object], session: ReleaseSession) -> ReleaseSession:
    """A session with a stored release open, whose text was changed since."""
    made = changed(lambda desk: desk.releases.new({"headline": "Quay"}, body_md="Stored."))
    session.open(made)  # type: ignore[arg-type]
    session.edit("Typing", body_md="Typed since.")
    return session


def test_what_is_typed_is_printed_before_it_is_stored(
    stored: ReleaseSession, store: Store, printer: PagePrinter, qtbot: QtBot
) -> None:
    answers = Answers()
    SheetMaking(stored, store, printer).make(answers.pdfs.append, answers.errors.append)
    qtbot.waitUntil(lambda: bool(answers.pdfs), timeout=20_000)
    (page,) = pages(answers.pdfs[0])
    assert "Typed since." in page
    assert "DRAFT – NOT FOR PUBLICATION" in page


def test_of_several_only_the_last_is_made(
    stored: ReleaseSession, store: Store, printer: PagePrinter, qtbot: QtBot
) -> None:
    answers = Answers()
    making = SheetMaking(stored, store, printer)
    for number in range(5):
        stored.edit("Typing", body_md=f"Text {number}.")
        making.make(answers.pdfs.append, answers.errors.append)
    qtbot.waitUntil(lambda: bool(answers.pdfs), timeout=20_000)
    done: list[bool] = []
    store.read(lambda _desk: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: printer._job is None and not printer._waiting)
    assert ["Text 4." in pages(pdf)[0] for pdf in answers.pdfs] == [True]


def test_a_refusal_is_handed_on(
    stored: ReleaseSession, store: Store, printer: PagePrinter, qtbot: QtBot
) -> None:
    printer.end()
    answers = Answers()
    SheetMaking(stored, store, printer).make(answers.pdfs.append, answers.errors.append)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=20_000)
    (error,) = answers.errors
    assert isinstance(error, PrintError)
    assert error.problem is PrintProblem.STOPPED


def test_without_a_release_nothing_is_asked(
    session: ReleaseSession, store: Store, printer: PagePrinter
) -> None:
    answers = Answers()
    SheetMaking(session, store, printer).make(answers.pdfs.append, answers.errors.append)
    assert printer._job is None
    assert answers.errors == []


@pytest.mark.usefixtures("sample_folder")
def test_the_preview_shows_the_pages_of_what_is_typed(
    open_window: Callable[..., OpenWindow],
) -> None:
    window = open_window(view=View.SPLIT, preview_mode=PreviewMode.PRINT).begin()
    (shown,) = window.window.preview.findChildren(PrintPages)
    window.wait(lambda: shown._view is not None and shown._view.page_count > 0)
    before = shown._sheets()._document
    window.type_body("Typed words. " * 400)
    window.wait(lambda: shown._sheets()._document is not before)
    window.wait(lambda: shown._sheets().page_count > 2)
    other = next(one for one in window.listed() if one != window.headline)
    window.open(other)
    window.wait(lambda: shown._stack.currentWidget() is shown._view)
    assert shown._sheets().verticalScrollBar().value() == 0
