from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.inspector.inspector import Inspector
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.section import Section
from tests.ui.releases import release

NAMES = ("release", "dateline", "embargo", "contacts", "boilerplate", "terms", "provenance")


@pytest.fixture
def inspector(
    sample_folder: Path,
    store: Store,
    session: ReleaseSession,
    hub: ChangeHub,
    icons: Icons,
    now: Callable[[], datetime],
    qtbot: QtBot,
) -> Inspector:
    assert sample_folder.is_dir()
    inspector = Inspector(session, store, hub, icons, now)
    qtbot.addWidget(inspector)
    inspector.resize(288, 400)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.set_newsroom(Newsroom(languages=("fr", "en")))
    session.open(release())
    return inspector


def section(inspector: Inspector, name: str) -> Section:
    return inspector.findChild(Section, f"{name}_section")


def title(inspector: Inspector, name: str) -> QPushButton:
    return section(inspector, name).findChild(QPushButton)


def is_in_sight(inspector: Inspector, widget: QWidget) -> bool:
    viewport = inspector.findChild(QScrollArea).viewport()
    top = widget.mapTo(viewport, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= viewport.height()


def test_the_sections_stand_in_their_order(inspector: Inspector) -> None:
    shown = [section(inspector, name) for name in NAMES]
    heights = [one.mapTo(inspector, QPoint(0, 0)).y() for one in shown if one.isVisible()]
    assert heights == sorted(heights)
    assert len(heights) >= 6  # without a source there is no provenance


def test_without_a_release_it_says_so(inspector: Inspector, session: ReleaseSession) -> None:
    empty = inspector.findChild(QWidget, "inspector_empty")
    assert not empty.isVisible()
    session.open(None)
    assert empty.isVisible()
    assert not section(inspector, "release").isVisible()


def test_folding_a_section_tells_which_ones_are_closed(inspector: Inspector, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inspector.closed_sections_edited) as edited:
        title(inspector, "contacts").click()
    assert edited.args == [("contacts",)]
    with qtbot.waitSignal(inspector.closed_sections_edited) as edited:
        title(inspector, "release").click()
    assert edited.args == [("release", "contacts")]


def test_setting_what_is_closed_is_not_an_edit(inspector: Inspector, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(inspector.closed_sections_edited):
        inspector.set_closed_sections(("dateline", "terms", "one of a later version"))
    open_ = [name for name in NAMES if section(inspector, name).is_open()]
    assert open_ == ["release", "embargo", "contacts", "boilerplate", "provenance"]


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("dateline", "dateline"),
        ("embargo", "embargo"),
        ("contacts", "contacts"),
        ("boilerplate", "boilerplate"),
        ("tags", "terms"),
        ("abstract", "release"),
        ("slug", "release"),
    ],
)
def test_a_field_is_gone_to_by_its_name_wherever_it_is(
    inspector: Inspector, qtbot: QtBot, name: str, within: str
) -> None:
    inspector.set_closed_sections(NAMES)
    assert inspector.focus_field(name)
    focused = inspector.window().focusWidget()
    assert section(inspector, within).isAncestorOf(focused)
    assert section(inspector, within).is_open()
    qtbot.waitUntil(lambda: is_in_sight(inspector, focused))
    closed = [other for other in NAMES if not section(inspector, other).is_open()]
    assert closed == [other for other in NAMES if other != within]


def test_a_field_that_is_not_here_leaves_everything_as_it_is(inspector: Inspector) -> None:
    inspector.set_closed_sections(NAMES)
    assert not inspector.focus_field("headline")
    assert not any(section(inspector, name).is_open() for name in NAMES)


def test_the_keyboard_scrolls_along(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.focus_field("language")
    seen: list[QWidget] = []
    for _ in range(25):
        focused = inspector.window().focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = inspector.window().focusWidget()
        if focused not in seen and inspector.isAncestorOf(focused):
            seen.append(focused)
            assert is_in_sight(inspector, focused), focused
    assert len(seen) > 12


def test_the_keyboard_goes_in_reading_order(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.focus_field("language")
    named = []
    for _ in range(12):
        focused = inspector.window().focusWidget()
        assert focused is not None
        named.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        "release_language", "release_abstract", "release_slugline", "release_more",
        "dateline_place", "dateline_date", "dateline_style", "dateline_country",
        "embargo_switch",
    ]  # fmt: skip
    assert [name for name in named if name in wanted] == wanted


def test_it_is_narrow_enough_for_a_small_window(inspector: Inspector) -> None:
    assert inspector.minimumWidth() == 248
    inspector.resize(248, 600)
    column = inspector.findChild(QWidget, "inspector_column")
    assert column.minimumSizeHint().width() <= 248 - 12  # without the scroll bar


def test_every_field_and_button_has_a_name_for_screen_readers(inspector: Inspector) -> None:
    for kind in (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton):
        for field in inspector.findChildren(kind):
            name = field.accessibleName() or (
                field.text() if isinstance(field, QAbstractButton) else ""
            )
            is_qts_own = field.objectName().startswith("qt_") or field.parent().objectName() == (
                "dateline_date"
            )
            assert name or is_qts_own or not field.isVisible(), field.objectName()


def test_the_house_comes_to_every_section_that_asks(inspector: Inspector) -> None:
    languages = inspector.findChild(QComboBox, "release_language")
    assert languages.itemData(0) == "fr"
