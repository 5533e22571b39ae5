from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.services.preferences import PreviewMode, ThemeChoice, View
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


def seen(window: OpenWindow) -> list[str]:
    main = window.window
    panes = {
        "library": main.library,
        "editor": main.editor,
        "preview": main.preview,
        "inspector": main.inspector,
    }
    return [name for name, pane in panes.items() if pane.isVisible()]


# What is seen ----------------------------------------------------------------------------------


def test_a_view_is_chosen_and_kept(window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    for view, panes in (
        (View.WRITE, ["library", "editor", "inspector"]),  # once more
        (View.SPLIT, ["library", "editor", "preview", "inspector"]),
        (View.PREVIEW, ["library", "preview", "inspector"]),
        (View.WRITE, ["library", "editor", "inspector"]),
    ):
        window.do(f"view.{view}")
        assert seen(window) == panes
        assert [one for one in View if window.action(f"view.{one}").isChecked()] == [view]
        window.wait(lambda view=view: window.kept().view is view)


def test_the_switch_in_the_top_bar_does_the_same(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.push("Preview", window.window.top_bar)
    assert "editor" not in seen(window)
    assert window.action("view.preview").isChecked()
    window.wait(lambda: window.kept().view is View.PREVIEW)


def test_another_way_to_show_the_release_is_chosen_kept_and_seen(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    assert "preview" not in seen(window)
    window.do("view.mode_text")
    assert "preview" in seen(window)
    assert window.window.preview.mode is PreviewMode.TEXT
    assert window.action("view.mode_text").isChecked()
    assert not window.action("view.mode_desktop").isChecked()
    window.wait(lambda: window.kept().preview_mode is PreviewMode.TEXT)


def test_a_pane_goes_and_comes_and_that_is_kept(window: OpenWindow) -> None:
    for pane in ("library", "inspector"):
        for is_shown in (False, True):
            window.do(f"view.{pane}")
            assert (pane in seen(window)) == is_shown
            assert window.action(f"view.{pane}").isChecked() == is_shown
            window.wait(
                lambda pane=pane, is_shown=is_shown: (
                    getattr(window.kept(), f"is_{pane}_shown") == is_shown
                )
            )


def test_the_theme_is_the_other_one_and_kept(window: OpenWindow, qapp: QApplication) -> None:
    light = qapp.palette().window().color()
    window.do("view.theme")
    assert window.workstation.themes.theme.is_dark
    assert qapp.palette().window().color() != light
    assert window.workstation.icons.is_dark
    window.wait(lambda: window.kept().theme is ThemeChoice.DARK)
    window.do("view.theme")
    assert qapp.palette().window().color() == light
    window.wait(lambda: window.kept().theme is ThemeChoice.LIGHT)


# Where the keyboard is -------------------------------------------------------------------------


def test_typographic_marks_are_switched_off_and_that_is_kept(
    window: OpenWindow, sample_folder: Path, open_window: Open
) -> None:
    headline = window.window.editor.fields.headline
    headline.go_to_end()
    typed = " --"
    for is_on, expected in ((True, " –"), (False, typed), (True, " –")):
        assert window.action("format.typographic").isChecked() is is_on
        window.qtbot.keyClicks(headline, typed)
        assert headline.text().endswith(expected)
        window.do("format.typographic")
    window.close()
    again = open_window().show()
    assert not again.window.editor.typing.is_on


def test_a_release_is_looked_for_also_with_the_library_hidden(window: OpenWindow) -> None:
    window.do("view.library")
    window.do("edit.find_release")
    assert "library" in seen(window)
    window.wait(window.window.library._search.hasFocus)


def test_words_are_looked_for_in_the_text_that_is_open(window: OpenWindow) -> None:
    window.open(window.listed()[0])
    assert window.window.editor.find_bar is None
    window.do("edit.find")
    bar = window.window.editor.find_bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.other.isHidden()
    window.wait(bar.words.hasFocus)
    window.do("edit.replace")
    assert window.window.editor.find_bar is bar
    assert bar.other.isVisible()


def test_the_next_pane_is_gone_to_round_and_round(window: OpenWindow) -> None:
    main = window.window
    main.library.focus_list()
    window.wait(window.list_view.hasFocus)
    round_ = []
    for _ in range(4):
        window.do("view.next_pane")
        focus = main.focusWidget()
        assert focus is not None
        (pane,) = [
            name
            for name in ("library", "editor", "inspector", "top_bar")
            if getattr(main, name).isAncestorOf(focus)
        ]
        round_.append(pane)
    assert round_ == ["editor", "inspector", "top_bar", "library"]
    window.do("view.inspector")
    window.do("view.next_pane")
    window.do("view.next_pane")
    focus = main.focusWidget()
    assert focus is not None
    assert main.top_bar.isAncestorOf(focus)


def test_a_field_of_the_text_is_gone_to_also_from_the_preview(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    editor = window.window.editor
    for name, field in (
        ("headline", editor.fields.headline),
        ("subheadline", editor.fields.subheadline),
        ("body", editor.text),
        ("body_md", editor.text),
    ):
        window.do("view.preview")
        window.wiring.layout.focus_field(name)
        assert window.keeper.preferences.view is View.SPLIT
        window.wait(field.hasFocus)


def test_any_other_field_is_gone_to_in_the_inspector(window: OpenWindow) -> None:
    gone_to: list[QWidget] = []
    for name in ("dateline", "embargo", "contacts", "boilerplate", "byline"):
        window.do("view.inspector")
        assert "inspector" not in seen(window)
        window.wiring.layout.focus_field(name)
        assert "inspector" in seen(window)
        focus = window.window.focusWidget()
        assert focus is not None
        assert window.window.inspector.isAncestorOf(focus)
        assert window.action("view.inspector").isChecked()
        gone_to.append(focus)
    assert len(set(gone_to)) == 5  # each to its own


def test_the_cursor_goes_to_the_place_that_was_pointed_at(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window.preview, "start", lambda _early=None: None)
    window.do("release.new")
    window.wait(lambda: window.headline == "")
    window.window.editor.text.insertPlainText("The harbour opens.\n\nIt is *quite* open now.")
    window.do("view.preview")
    window.window.preview.body_clicked.emit(2, 2, "It is quite open now.", 12)
    assert window.window.editor.text.place == (3, 15)  # before "open"
    window.wait(window.window.editor.text.hasFocus)


# The settings ----------------------------------------------------------------------------------


def test_settings_are_opened_and_gone_when_closed(window: OpenWindow) -> None:
    window.do("app.settings")
    dialog = window.dialog(SettingsDialog)
    window.push("Done", dialog)
    window.wait(lambda: window.window.findChildren(SettingsDialog) == [])


def test_quitting_closes_the_window(window: OpenWindow) -> None:
    window.do("app.quit")
    window.wait(lambda: not window.window.isVisible())
