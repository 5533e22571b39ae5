from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.domain.errors import ImportRefusedError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.book_files import BookFiles
from newsdesk.ui.people.book_import_dialog import BookImportDialog
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def files(store: Store, icons: Icons, cards: dict[str, Card], qtbot: QtBot) -> BookFiles:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return BookFiles(store, NoticeBar(icons, window), window)


def test_a_file_is_looked_at_and_then_taken(files: BookFiles, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "book.csv"
    file.write_text("Name,Office\nNoor Alm,Quay\n", "utf-8")
    files.bring_in(file)
    window = files.parentWidget()
    qtbot.waitUntil(lambda: window.findChild(BookImportDialog) is not None)
    dialog = window.findChild(BookImportDialog)
    take = next(one for one in dialog.findChildren(QPushButton) if "Bring in" in one.text())
    with qtbot.waitSignal(files.taken) as taken:
        take.click()
    assert taken.args[1] == "Brought in: 1."


def test_a_file_that_is_none_is_refused(files: BookFiles, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "book.csv"
    file.write_bytes(bytes(range(256)) * 9)
    with qtbot.waitSignal(files.refused) as refused:
        files.bring_in(file)
    assert isinstance(refused.args[0], ImportRefusedError)


@pytest.mark.parametrize("form", ["vcard3", "vcard4", "csv"])
def test_the_book_is_written_without_what_is_not_public(
    files: BookFiles, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    out = tmp_path / "out"
    files.write_out(out, form, with_private=False)
    qtbot.waitUntil(out.exists)
    assert "paer@example.org" in out.read_text("utf-8")
    assert "79555" not in out.read_text("utf-8")
