"""All that the user can do, as menus, buttons and shortcuts."""

from collections import Counter
from collections.abc import Callable
from inspect import signature
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import PreviewMode, ThemeChoice, View
from newsdesk.ui.actions.registry import ACTIONS, ALWAYS, ActionRegistry
from newsdesk.ui.actions.spec import ActionSpec, Commands, Situation
from newsdesk.ui.bulk_commands import BulkCommands
from newsdesk.ui.copy_commands import CopyCommands
from newsdesk.ui.edit_commands import EditCommands
from newsdesk.ui.editor.formats import TableChange, TextFormat
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.figures_commands import FiguresCommands
from newsdesk.ui.focus_commands import FocusCommands
from newsdesk.ui.handing_over_commands import HandingOverCommands
from newsdesk.ui.help_commands import HelpCommands
from newsdesk.ui.history_commands import HistoryCommands
from newsdesk.ui.insert_commands import InsertCommands
from newsdesk.ui.layout_commands import LayoutCommands
from newsdesk.ui.people_commands import PeopleCommands
from newsdesk.ui.picture_commands import PictureCommands
from newsdesk.ui.print_commands import PrintCommands
from newsdesk.ui.release_commands import ReleaseCommands
from newsdesk.ui.spelling_commands import SpellingCommands
from newsdesk.ui.template_commands import TemplateCommands
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.vocabulary_commands import VocabularyCommands
from newsdesk.ui.writing_commands import WritingCommands
from tests.ui.releases import release

Call = tuple[str, *tuple[object, ...]]
GROUPS: dict[str, type] = {
    "releases": ReleaseCommands,
    "exchange": ExchangeCommands,
    "bulk": BulkCommands,
    "vocabularies": VocabularyCommands,
    "templates": TemplateCommands,
    "people": PeopleCommands,
    "figures": FiguresCommands,
    "handing_over": HandingOverCommands,
    "copying": CopyCommands,
    "writing": WritingCommands,
    "edit": EditCommands,
    "insert": InsertCommands,
    "pictures": PictureCommands,
    "layout": LayoutCommands,
    "focus": FocusCommands,
    "spelling": SpellingCommands,
    "printing": PrintCommands,
    "history": HistoryCommands,
    "help": HelpCommands,
}
RUN_BY: dict[str, Call] = {
    "release.new": ("releases.new",),
    "release.from_template": ("templates.begin",),
    "release.save_template": ("templates.save_as",),
    "release.empty_trash": ("releases.empty_trash",),
    "edit.next_blank": ("templates.next_blank",),
    "release.import": ("exchange.choose_files",),
    "release.paste": ("exchange.paste",),
    "release.duplicate": ("releases.duplicate",),
    "release.save": ("releases.save",),
    "release.publish": ("releases.publish",),
    "release.recall": ("releases.recall",),
    "release.export": ("exchange.export_open",),
    "release.export_selected": ("exchange.export_selected",),
    "release.export_all": ("exchange.export_all",),
    "release.export_pdf": ("exchange.export_pdf",),
    "release.hand_over": ("handing_over.hand_over",),
    "release.print": ("printing.print_open",),
    "release.history": ("history.show",),
    "release.compare": ("history.compare_last",),
    "release.star": ("releases.toggle_star",),
    "release.trash": ("releases.trash",),
    "release.untrash": ("releases.untrash",),
    "app.settings": ("layout.open_settings",),
    "app.quit": ("layout.quit",),
    "edit.undo": ("writing.undo",),
    "edit.redo": ("writing.redo",),
    "edit.cut": ("edit.cut",),
    "edit.copy": ("edit.copy",),
    "edit.copy_rich": ("copying.copy_rich",),
    "edit.paste": ("edit.paste",),
    "edit.paste_plain": ("edit.paste_plain",),
    "edit.select_all": ("edit.select_all",),
    "edit.join_lines": ("edit.join_lines",),
    "edit.find": ("writing.find",),
    "edit.replace": ("writing.replace",),
    "edit.next_unknown_word": ("spelling.go_to_next",),
    "edit.check_spelling": ("spelling.toggle",),
    "edit.find_release": ("layout.find_release",),
    "insert.anything": ("insert.anything",),
    "insert.quote": ("insert.quote",),
    "insert.image": ("pictures.insert",),
    "insert.contact": ("insert.contact",),
    "insert.boilerplate": ("insert.boilerplate",),
    "insert.today": ("insert.today",),
    "insert.long_date": ("insert.long_date",),
    "insert.embargo": ("insert.embargo_line",),
    "insert.snippet": ("insert.snippet",),
    "insert.save_snippet": ("insert.save_snippet",),
    **{f"format.{one}": ("writing.format_text", one) for one in TextFormat},
    **{f"format.{one}": ("writing.change_table", one) for one in TableChange},
    "format.typographic": ("layout.toggle_typography",),
    **{f"view.{one}": ("layout.choose_view", one) for one in View},
    **{f"view.mode_{one}": ("layout.choose_mode", one) for one in PreviewMode},
    "library.file": ("bulk.file",),
    "library.language": ("bulk.set_language",),
    "library.vocabularies": ("vocabularies.open",),
    "library.step": ("bulk.take_step",),
    "library.people": ("people.open",),
    "library.figures": ("figures.open",),
    "view.library": ("layout.toggle_library",),
    "view.sidebar": ("layout.toggle_sidebar",),
    "view.inspector": ("layout.toggle_inspector",),
    "view.scroll_together": ("layout.toggle_scrolling",),
    "view.outline": ("writing.open_outline",),
    "view.focus_mode": ("focus.toggle_focus_mode",),
    "view.full_screen": ("focus.toggle_full_screen",),
    "view.zoom_in": ("focus.zoom", 1),
    "view.zoom_out": ("focus.zoom", -1),
    "view.zoom_reset": ("focus.reset_zoom",),
    "view.theme": ("layout.toggle_theme",),
    "view.next_pane": ("layout.focus_next_pane",),
    "help.palette": ("help.open_palette",),
    "help.shortcuts": ("help.open_shortcuts",),
    "help.guide": ("help.open_guide",),
    "help.news": ("help.open_news",),
    "help.about": ("help.open_about",),
}
TEXT_OWNS = {  # keys that a text takes for itself
    "edit.undo", "edit.redo", "edit.cut", "edit.copy", "edit.paste", "edit.select_all",
}  # fmt: skip
EVERYTHING = Situation(
    release=release(starred=True),
    selected=1,
    total=1,
    is_writable=True,
    is_editable=True,
    can_undo=True,
    can_redo=True,
    is_in_table=True,
)


class Recorder:
    """Notes which command is given, with what; it must be one of the real ones."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        for name, kind in GROUPS.items():
            setattr(self, name, Group(name, kind, self.calls))


class Group:
    def __init__(self, name: str, kind: type, calls: list[Call]) -> None:
        self._name = name
        self._kind = kind
        self._calls = calls

    def __getattr__(self, name: str) -> Callable[..., None]:
        method = signature(getattr(self._kind, name))

        def note(*arguments: object) -> None:
            method.bind(self, *arguments)
            self._calls.append((f"{self._name}.{name}", *arguments))

        return note


@pytest.fixture
def commands() -> Any:
    return Recorder()


@pytest.fixture
def registry(commands: Any, icons: Icons) -> ActionRegistry:
    registry = ActionRegistry(commands, icons)
    registry.update(EVERYTHING)
    return registry


@pytest.fixture
def window(registry: ActionRegistry, qtbot: QtBot) -> QMainWindow:
    """A window in whose text one writes."""
    window, text = QMainWindow(), QTextEdit()
    qtbot.addWidget(window)
    window.setCentralWidget(text)
    registry.work_in(window)
    window.show()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    return window


def leaves(menus: list[QMenu]) -> list[QAction]:
    return [one for menu in menus for one in menu.actions() if not one.isSeparator()]


# What they run --------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_an_action_gives_its_command(
    registry: ActionRegistry, commands: Any, spec: ActionSpec
) -> None:
    action = registry.action(spec.id)
    action.setEnabled(True)
    action.trigger()
    assert commands.calls == [RUN_BY[spec.id]]


def test_every_action_and_no_other_is_in_the_table() -> None:
    assert RUN_BY.keys() == {spec.id for spec in ACTIONS}


def test_every_group_of_commands_is_known_here() -> None:
    assert GROUPS.keys() == Commands.__annotations__.keys()


# Shortcuts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spec",
    [spec for spec in ACTIONS if spec.shortcut and spec.id not in TEXT_OWNS],
    ids=lambda spec: spec.id,
)
def test_its_keys_work_while_one_writes(
    window: QMainWindow, registry: ActionRegistry, commands: Any, spec: ActionSpec
) -> None:
    registry.action(spec.id).setEnabled(True)
    (keys,) = QKeySequence(spec.shortcut)
    QTest.keyClick(window.centralWidget(), keys.key(), keys.keyboardModifiers())
    assert commands.calls == [RUN_BY[spec.id]]


@pytest.mark.parametrize("id_", sorted(TEXT_OWNS))
def test_keys_that_belong_to_the_text_are_left_to_it(
    window: QMainWindow, registry: ActionRegistry, commands: Any, id_: str
) -> None:
    (keys,) = registry.action(id_).shortcut()
    QTest.keyClick(window.centralWidget(), keys.key(), keys.keyboardModifiers())
    assert commands.calls == []


def test_no_key_of_writing_is_taken_away(registry: ActionRegistry) -> None:
    key = QKeySequence.StandardKey
    writing = (
        key.Cut, key.Copy, key.Paste, key.SelectAll, key.DeleteStartOfWord, key.DeleteEndOfWord,
        key.MoveToNextWord, key.MoveToPreviousWord, key.SelectNextWord, key.SelectPreviousWord,
        key.MoveToStartOfDocument, key.MoveToEndOfDocument, key.DeleteCompleteLine,
    )  # fmt: skip
    taken = {keys.toString() for one in writing for keys in QKeySequence.keyBindings(one)}
    assert {spec.shortcut for spec in ACTIONS if spec.id not in TEXT_OWNS} & taken == set()


# The situation --------------------------------------------------------------------------------


def test_actions_are_allowed_and_checked_by_the_situation(registry: ActionRegistry) -> None:
    assert registry.action("edit.undo").isEnabled()
    assert registry.action("release.star").isChecked()
    registry.update(Situation(view=View.WRITE))
    assert not registry.action("edit.undo").isEnabled()
    assert not registry.action("release.star").isChecked()
    assert registry.action("view.write").isChecked()
    assert not registry.action("view.split").isChecked()


def test_triggering_a_switch_leaves_it_to_the_situation(registry: ActionRegistry) -> None:
    registry.action("view.split").trigger()
    registry.update(EVERYTHING)
    assert registry.action("view.split").isChecked()


def test_where_there_is_nothing_to_work_on_one_can_still_leave(registry: ActionRegistry) -> None:
    registry.update(None)
    enabled = {spec.id for spec in ACTIONS if registry.action(spec.id).isEnabled()}
    assert enabled == ALWAYS
    assert "app.quit" in enabled


# Menus ----------------------------------------------------------------------------------------


def test_every_action_stands_in_one_menu(registry: ActionRegistry, window: QMainWindow) -> None:
    menus = registry.menus(window)
    assert len(menus) == len({spec.menu for spec in ACTIONS})
    assert Counter(one.objectName() for one in leaves(menus)) == Counter(RUN_BY.keys())


def test_a_letter_opens_one_menu_and_means_one_thing_in_it(
    registry: ActionRegistry, window: QMainWindow
) -> None:
    menus = registry.menus(window)
    for texts in (
        [menu.title() for menu in menus],
        *([one.text() for one in leaves([menu])] for menu in menus),
    ):
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert all(letters), texts
        assert len(set(letters)) == len(letters), texts


def test_groups_have_a_line_between_them_and_none_at_the_top(
    registry: ActionRegistry, window: QMainWindow
) -> None:
    for menu in registry.menus(window):
        lines = [one.isSeparator() for one in menu.actions()]
        assert not lines[0]
        assert not lines[-1]
        assert (True, True) not in list(pairwise(lines))


# Words and pictures ---------------------------------------------------------------------------


def test_a_button_says_what_it_does_and_its_keys(registry: ActionRegistry) -> None:
    action = registry.action("release.import")
    assert action.text() == "&Import…"
    assert action.iconText() == "Import"
    assert action.toolTip() == "Import (Ctrl+O)"
    assert registry.action("release.recall").toolTip() == "Recall"


def test_the_sun_is_offered_by_night_and_the_moon_by_day(
    registry: ActionRegistry, icons: Icons, themes: ThemeController
) -> None:
    def shown() -> QIcon:
        return registry.action("view.theme").icon()

    def drawn(icon: QIcon) -> object:
        return icon.pixmap(18).toImage()

    assert drawn(shown()) == drawn(icons.icon("dark"))
    themes.choose(ThemeChoice.DARK)
    by_night = drawn(shown()), drawn(icons.icon("light"))
    themes.choose(ThemeChoice.LIGHT)
    assert by_night[0] == by_night[1]
    assert drawn(shown()) == drawn(icons.icon("dark"))


def test_a_switch_that_is_on_is_drawn_so(registry: ActionRegistry) -> None:
    icon = registry.action("view.library").icon()
    on = icon.pixmap(18, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert on != icon.pixmap(18, QIcon.Mode.Normal, QIcon.State.Off).toImage()


def test_every_action_is_told_in_the_words_of_its_menu(registry: ActionRegistry) -> None:
    said = {one.id: one for one in registry.said()}
    assert said.keys() == RUN_BY.keys()
    assert said["release.new"] == ("release.new", "New release", "Release", "Ctrl+N")
    assert said["release.recall"].keys == ""
    assert next(one.menu for one in registry.said()) == "Release"
    assert [one.menu for one in registry.said()][-1] == "Help"


def test_keys_are_written_as_the_system_writes_them(registry: ActionRegistry) -> None:
    assert registry.action("release.new").shortcut() == QKeySequence(
        Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_N
    )


def test_what_is_chosen_already_stays_chosen(registry: ActionRegistry) -> None:
    """Qt unchecks an action that is triggered; nothing follows where nothing changes."""
    registry.update(Situation(view=View.WRITE))
    registry.action("view.write").trigger()
    assert registry.action("view.write").isChecked()
    registry.action("view.split").trigger()  # in this test nobody follows
    assert not registry.action("view.split").isChecked()
