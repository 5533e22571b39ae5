import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from newsdesk.ui.first_picture import LONGEST_TEXT, FirstPicture
from newsdesk.ui.picture_taking import picture_of
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


def taken(window: OpenWindow) -> dict[str, Any]:
    theme = window.workstation.themes.theme
    return picture_of(
        window.window, theme, window.release.language, window.surroundings.assets.fonts
    )


def place(window: OpenWindow, name: str) -> list[int]:
    root = window.window.centralWidget()
    widget = root.findChild(type(root), name)
    assert widget is not None
    at = widget.mapTo(root, QPoint(0, 0))
    return [at.x(), at.y(), widget.width(), widget.height()]


def test_every_pane_that_is_seen_is_in_it_at_its_place(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    panes = taken(window)["panes"]
    colours = window.workstation.themes.theme.colours
    seen = [rect for *rect, _colour in panes]
    for name in ("top_bar", "library", "editor_pane", "inspector", "status_bar"):
        assert place(window, name) in seen
    assert [*place(window, "library"), colours["side"]] in panes
    assert len(panes) == 5  # the preview is not seen
    window.do("view.library")
    assert len(taken(window)["panes"]) == 4


def test_it_has_the_text_as_it_is_written(sample_folder: Path, open_window: Open) -> None:
    window = open_window(editor_font="", editor_font_px=17).begin()
    window.open(HARBOUR)
    picture = taken(window)
    assert picture["text"] == window.release.body_md
    assert picture["text_px"] == 17
    editor = window.window.editor.text
    corner = editor.mapTo(window.window.centralWidget(), QPoint(0, 0))
    assert QRect(*picture["editor"]) == QRect(corner, editor.size())


def test_of_a_text_that_is_scrolled_it_begins_with_what_is_seen(
    bare_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    window.do("release.new")
    window.wait(lambda: window.session.is_open)
    text = window.window.editor.text
    text.set_text("\n".join(f"Line {number}" for number in range(200)))
    text.document().size()  # lays out all of it
    text.verticalScrollBar().setValue(text.document().margin_px + 50 * text.document().line_px)
    assert taken(window)["text"].startswith("Line 50\nLine 51\n")


def test_of_a_long_text_it_has_what_a_screen_shows(bare_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.do("release.new")
    window.wait(lambda: window.session.is_open)
    window.window.editor.text.insertPlainText("word " * 4_000)
    assert len(taken(window)["text"]) == LONGEST_TEXT


def test_it_has_the_headlines_in_the_list_and_that_of_the_editor(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    window.open(HARBOUR)
    lines = taken(window)["lines"]
    texts = [line[-1] for line in lines]
    assert texts == [*window.listed(), HARBOUR]
    tops = [line[1] for line in lines[:-1]]
    assert tops == sorted(tops)
    view = window.list_view
    left = view.viewport().mapTo(window.window.centralWidget(), QPoint(0, 0)).x()
    assert all(line[0] > left for line in lines[:-1])


def test_without_the_list_it_has_the_headline_alone(sample_folder: Path, open_window: Open) -> None:
    window = open_window(is_library_shown=False).begin()
    assert [line[-1] for line in taken(window)["lines"]] == [window.headline]


def test_right_to_left_is_noted_line_by_line(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.session.edit("Change language", language="ar", headline="افتتاح الميناء")
    window.autosave.save()
    window.settle()
    window.wait(lambda: "افتتاح الميناء" in window.listed())
    sides = {line[-1]: line[-2] for line in taken(window)["lines"]}
    assert sides["افتتاح الميناء"] is True
    assert sides[HARBOUR] is False


def test_it_survives_being_kept_and_is_drawn_by_the_next_start(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    picture = taken(window)
    kept = json.loads(json.dumps(picture))
    assert kept == picture
    drawn = FirstPicture(kept)
    assert drawn.text.toPlainText() == window.release.body_md
    drawn.deleteLater()


def test_a_page_that_is_seen_is_kept_as_it_is_shown(
    sample_folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window().begin()
    window.open(HARBOUR)
    assert taken(window)["page"] is None
    preview = window.window.preview
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        window.do("view.split")
    page = taken(window)["page"]
    view = preview._view
    assert view is not None
    assert QRect(*page["place"]) == QRect(view.mapTo(window.window, QPoint(0, 0)), view.size())
    assert f">{HARBOUR}</h1>" in page["html"]
    assert page["canvas"] == window.workstation.themes.theme.colours["canvas"]
    assert page["zoom"] == view.zoomFactor()
    assert json.loads(json.dumps(page)) == page
