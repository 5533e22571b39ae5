import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.section import Section


@pytest.fixture
def section(qtbot: QtBot, icons: Icons) -> Section:
    section = Section("&Contacts", icons, corner=QWidget())
    section.body.addWidget(QLineEdit())
    qtbot.addWidget(section)
    section.resize(280, 120)
    section.show()
    return section


def title(section: Section) -> QPushButton:
    found = section.findChild(QPushButton)
    assert found is not None
    return found


def content(section: Section) -> QLineEdit:
    found = section.findChild(QLineEdit)
    assert found is not None
    return found


def inked(section: Section) -> QRect:
    """Return where on its line the title has drawn anything, the caret included."""
    button = title(section)
    image = button.grab().toImage()
    ground = image.pixel(image.width() // 2, 2)
    columns = [
        x
        for x in range(4, image.width() - 4)
        if any(image.pixel(x, y) != ground for y in range(4, image.height() - 4))
    ]
    return QRect(columns[0], 0, columns[-1] - columns[0] + 1, image.height())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_folds_it_away_and_opens_it(section: Section, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(section.fold_edited) as folded:
        qtbot.keyClick(title(section), key)
    assert folded.args == [False]
    assert content(section).isHidden() or not content(section).isVisible()
    with qtbot.waitSignal(section.fold_edited) as opened:
        qtbot.keyClick(title(section), key)
    assert opened.args == [True]
    assert content(section).isVisible()


def test_a_click_does_too(section: Section, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.fold_edited):
        qtbot.mouseClick(title(section), Qt.MouseButton.LeftButton)
    assert not section.is_open()


def test_folding_by_program_is_not_an_edit(section: Section, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(section.fold_edited):
        section.set_open(False)
    assert not section.is_open()
    assert not content(section).isVisible()


def test_what_is_folded_away_is_not_reached_by_tab(section: Section) -> None:
    section.set_open(False)
    assert not content(section).isVisibleTo(section)


def test_screen_readers_say_its_name_and_whether_it_is_open(section: Section) -> None:
    assert title(section).accessibleName() == "Contacts"
    opened = title(section).accessibleDescription()
    section.set_open(False)
    assert title(section).accessibleDescription() != opened


def test_its_title_begins_at_the_left(section: Section) -> None:
    assert inked(section).left() < 16
    assert inked(section).right() < title(section).width() / 2


def test_in_a_right_to_left_window_it_begins_at_the_right(section: Section) -> None:
    section.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # after it was shown
    assert inked(section).right() > title(section).width() - 16
    assert inked(section).left() > title(section).width() / 2


def test_the_folded_caret_points_to_where_the_title_is_read(section: Section) -> None:
    section.set_open(False)
    ltr = title(section).icon().pixmap(14).toImage()
    section.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rtl = title(section).icon().pixmap(14).toImage()
    assert rtl != ltr
    section.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert title(section).icon().pixmap(14).toImage() == ltr


def test_it_follows_the_direction_of_the_window_it_comes_into(icons: Icons, qtbot: QtBot) -> None:
    section, window = Section("Contacts", icons), QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column = QVBoxLayout(window)
    column.addWidget(section)
    window.resize(300, 200)
    window.show()
    assert inked(section).left() > title(section).width() / 2


def test_a_long_title_gives_way(qtbot: QtBot, icons: Icons) -> None:
    section = Section("A title that is far too long for the column it stands in", icons)
    qtbot.addWidget(section)
    assert section.minimumSizeHint().width() < 120
    section.resize(120, 80)
    section.show()
    assert inked(section).right() <= title(section).width() - 4


def test_enter_in_a_field_of_a_dialog_does_not_fold_anything(qtbot: QtBot, icons: Icons) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    section, line = Section("Details", icons), QLineEdit()
    column = QVBoxLayout(dialog)
    column.addWidget(section)
    column.addWidget(line)
    dialog.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert section.is_open()
