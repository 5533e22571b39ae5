from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.ui.dialogs.site_row import SiteRow

if TYPE_CHECKING:
    from newsdesk.services.import_ import Draft

PAGE = Path(__file__).resolve().parents[2] / "importing" / "files" / "page.html"


@pytest.fixture
def row(qtbot: QtBot) -> SiteRow:
    row = SiteRow()
    qtbot.addWidget(row)
    return row


@pytest.fixture
def page(newsroom_folder: Path) -> "Draft":
    with open_desk(newsroom_folder) as desk:
        return desk.imports.read(PAGE.read_bytes(), PAGE.name)


@pytest.fixture
def pasted(newsroom_folder: Path) -> "Draft":
    with open_desk(newsroom_folder) as desk:
        return desk.imports.read_pasted("Crews are ready\n\nhttps://example.org/crews\n\nThey are.")


def box(row: SiteRow) -> QCheckBox:
    (found,) = row.findChildren(QCheckBox, "never_ask")
    return found


def test_of_a_page_its_site_is_named(row: SiteRow, page: "Draft") -> None:
    row.show_draft(page)
    assert row.isVisible()
    assert "example.org" in box(row).text()
    assert row.focusable() == [box(row)]


def test_what_is_no_page_has_no_site_to_be_asked_about(
    row: SiteRow, page: "Draft", pasted: "Draft"
) -> None:
    row.show_draft(page)
    row.show_draft(pasted)
    assert not row.isVisible()


def test_each_text_begins_without_a_decision(row: SiteRow, page: "Draft") -> None:
    row.show_draft(page)
    assert not row.is_settled
    box(row).click()
    assert row.is_settled
    row.show_draft(page)
    assert not row.is_settled
