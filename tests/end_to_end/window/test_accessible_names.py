"""Every control has a name that a screen reader can say, and a way to it without a mouse."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTextEdit,
    QToolButton,
    QWidget,
)

from newsdesk.ui.dialogs.comparison_dialog import ComparisonDialog
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.crash_dialog import CrashDialog
from newsdesk.ui.dialogs.rescue_page import RescuePage
from newsdesk.ui.dialogs.stale_dialog import StaleDialog
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.inspector.foldable_row import RowHead
from tests.drivers import WindowDriver
from tests.end_to_end.window.stories import files_of
from tests.hands import click, find, let_it_work, name_of, press, type_text, visible, wait_until

Open = Callable[..., WindowDriver]

KINDS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QTextEdit,
    QPlainTextEdit,
    QAbstractItemView,
    QAbstractSpinBox,
    QSlider,
)
_MOST_STOPS = 200
_LINK_MS = 100


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be worked with in `root`, without the parts that a control is made of."""
    return [
        widget
        for kind in KINDS
        for widget in visible(kind, "", root)
        if widget.window() is root.window()
        and not isinstance(widget.parentWidget(), (QLineEdit, QComboBox, QAbstractSpinBox))
    ]


def tab_stops() -> set[QWidget]:
    """Return everything that Tab comes to, all the way round."""
    stops: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None, "Tab leads nowhere"
        is_page = isinstance(focus.parentWidget(), QWebEngineView)
        if focus in stops and not is_page:
            break
        stops.append(focus)
        press("Ctrl+Tab" if isinstance(focus, MarkdownEditor) else "Tab")
        if is_page:  # Tab goes from link to link first, in another process
            let_it_work(_LINK_MS)
    return set(stops)


def family(control: QWidget) -> Iterator[QWidget]:
    """Yield a control, what it is a part of, and those it shares its Tab stop with."""
    yield control
    parent = control.parentWidget()
    while parent is not None and not parent.isWindow():
        yield parent
        parent = parent.parentWidget()
    if isinstance(control, QAbstractButton):
        group = control.group()
        yield from group.buttons() if group is not None else ()


def complaints(*roots: QWidget) -> list[str]:
    """Return what is wrong with the controls of panes, of a page or a dialog."""
    stops = tab_stops()
    return [one for root in roots for one in _complaints(root, stops)]


def _complaints(root: QWidget, stops: set[QWidget]) -> list[str]:
    found = controls(root)
    assert found, "there is nothing to look at"
    wrong = [f"has no name: {_described(one)}" for one in found if not _has_name(one)]
    names = Counter(name_of(one) for one in found if isinstance(one, QAbstractButton))
    wrong += [f"{count} buttons are called “{name}”" for name, count in names.items() if count > 1]
    wrong += [
        f"Tab does not come to “{name_of(one)}”: {_described(one)}"
        for one in found
        if one.isEnabled() and stops.isdisjoint(family(one))
    ]
    return [f"{root.objectName() or type(root).__name__}: {one}" for one in wrong]


def _has_name(control: QWidget) -> bool:
    if isinstance(control, QComboBox):  # without a label, Qt calls it by what is chosen
        return name_of(control) != control.currentText()
    return bool(name_of(control).strip())


def _described(widget: QWidget) -> str:
    way = [widget]
    while (parent := way[-1].parentWidget()) is not None:
        way.append(parent)
    return " in ".join(f"{type(one).__name__} {one.objectName()}".strip() for one in way[:4])


def test_the_first_page(opened: Open) -> None:
    desk = opened()
    page = find(QWidget, "page")
    wait_until(lambda: page.isAncestorOf(QApplication.focusWidget()), "the focus")
    assert complaints(page) == []
    desk.skip_first_start()
    desk.close()


def test_the_panes(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.click_row(desk.listed()[1])
    unfold_everything(desk)
    window = desk.window
    wrong = complaints(
        window.top_bar,
        window.notices,
        window.library,
        window.editor,
        window.preview,
        window.inspector,
    )
    assert wrong == []
    desk.close()


def unfold_everything(desk: WindowDriver) -> None:
    inspector = desk.window.inspector
    for name in ("Release", "Tags and categories"):
        click(find(QPushButton, f"More: {name}", inspector))
    click(find(QCheckBox, "embargo_switch", inspector))
    click(find(QToolButton, "Add a contact", inspector))
    type_text("Marchetti\n")
    wait_until(lambda: len(visible(RowHead, "", inspector)) == 3, "the second contact")
    for row in visible(RowHead, "", inspector):
        click(row)


def test_a_newsroom_without_releases(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    click(find(QPushButton, "Remove the samples"))
    wait_until(lambda: desk.listed_total() == 0, "the samples to be gone")
    window = desk.window
    assert complaints(window.library, window.editor) == []
    desk.close()


def test_the_settings(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    settings = desk.open_settings("Newsroom")
    pages = find(QListWidget, "settings_pages", settings)
    wrong: list[str] = []
    for row in range(pages.count()):
        item = pages.item(row)
        if not item.isHidden():
            click(pages.viewport(), pages.visualItemRect(item).center())
            wrong += [f"{item.text()}: {one}" for one in complaints(settings)]
        for form in ("Add a paragraph", "Add a place"):
            for button in visible(QPushButton, form, settings):
                click(button)
                wrong += [f"{form}: {one}" for one in complaints(settings)]
                click(find(QPushButton, "Cancel", settings))
    assert wrong == []
    desk.close_settings(settings)
    desk.close()


def test_the_dialogs(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    desk.skip_first_start()
    wrong: list[str] = []

    def look(name: str) -> QDialog:
        dialog = find(QDialog, name)
        wait_until(lambda: dialog.isAncestorOf(QApplication.focusWidget()), "the focus")
        wrong.extend(complaints(dialog))
        return dialog

    desk.drop_files(files_of("our own"))
    look("import_dialog")
    press("Escape")
    press("Ctrl+E")
    export = look("export_dialog")
    desk.fill(find(QLineEdit, "folder", export), str(tmp_path))
    click(find(QPushButton, "Export", export))
    find(QPushButton, "Show in folder", export)
    look("export_dialog")
    press("Escape")
    press("Ctrl+Shift+P")
    look("publish_dialog")
    press("Return")
    wait_until(lambda: "is published" in desk.notice, "it to be published")
    desk.do("release.recall")
    look("recall_dialog")
    press("Escape")
    click(visible(RowHead, "", desk.window.inspector)[0])
    (edit,) = (one for one in visible(QPushButton) if name_of(one).startswith("Edit in the"))
    click(edit)
    look("contact_dialog")
    press("Escape")
    workstation = desk.workstation
    release = workstation.session.release
    assert release is not None
    for dialog in (
        StaleDialog(release, replace(release, headline="Theirs"), desk.window),
        CrashDialog("of a test", workstation.icons, desk.window),
    ):
        dialog.open()
        look(dialog.objectName())
        dialog.close()
        dialog.setParent(None)
        dialog.deleteLater()
    assert wrong == []
    desk.close()


def test_the_forms_of_the_insert_menu(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.click_row(desk.listed()[1])
    wrong: list[str] = []
    for id_, name in (("insert.quote", "quote_dialog"), ("insert.save_snippet", "snippet_dialog")):
        desk.do(id_)
        dialog = find(QDialog, name)
        wait_until(lambda opened=dialog: opened.isAncestorOf(QApplication.focusWidget()), name)
        wrong += complaints(dialog)
        press("Escape")
    assert wrong == []
    desk.close()


def test_the_page_of_a_newsroom_that_does_not_open(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.close()
    (database,) = desk.folder.glob("*.sqlite*")
    database.write_bytes(b"no database at all" * 1_000)
    broken = opened()
    page = find(RescuePage, "page")
    find(QPushButton, "Save what can be read", page)  # once it is known what can be done
    assert complaints(page) == []
    broken.close()


def test_the_comparison_of_two_versions(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    desk.click_row(desk.listed()[1])
    for words in ("One beginning. ", "Another beginning. "):
        desk.type_body(words)
        press("Ctrl+S")
        wait_until(lambda: desk.is_saved, "it to be saved")
    desk.workstation.commands.history.compare(1, None)
    dialog = find(ComparisonDialog, "comparison_dialog")
    view = find(ComparisonView, "comparison", dialog)
    wait_until(lambda: view.change_count > 0, "the comparison")
    wait_until(lambda: dialog.isAncestorOf(QApplication.focusWidget()), "the focus")
    assert complaints(dialog) == []
    press("Escape")
    desk.close()
