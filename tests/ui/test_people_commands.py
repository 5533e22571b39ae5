"""The address book, opened from the menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from newsdesk.ui.people.people_dialog import PeopleDialog
from tests.ui.windows import OpenWindow


def test_the_address_book_stands_beside_the_window_once(
    sample_folder: Path, open_window: Callable[..., OpenWindow]
) -> None:
    window = open_window().begin()
    window.do("library.people")
    first = window.dialog(PeopleDialog)
    assert not first.isModal()
    window.do("library.people")
    assert window.dialog(PeopleDialog) is first
    first.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.do("library.people")
    assert window.dialog(PeopleDialog).isVisible()
