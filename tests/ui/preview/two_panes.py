"""An editor and a preview side by side, and a release in both."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.release import RenderedRelease, render_release
from newsdesk.rendering.scroll import anchors_of, fitted, preview_offset
from newsdesk.rendering.typography import quotation_marks
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.side_by_side import SideBySide
from newsdesk.ui.session import ReleaseSession
from tests.exporting.sample import AFTER, ENGLISH, HARBOUR_UNION
from tests.ui.preview.long_release import PICTURE

_MARKED = """(() => {
  const mark = document.querySelector(".desk-mark");
  if (!mark || mark.hidden) return "";
  const { top, bottom } = mark.getBoundingClientRect();
  const parts = [...document.querySelectorAll("header > *, .body > *, footer > *")];
  const inside = parts.filter((part) => {
    const box = part.getBoundingClientRect();
    return box.height && box.top >= top - 1 && box.bottom <= bottom + 1;
  });
  return inside.map((part) => part.textContent.trim()).join("|");
})()"""


@dataclass(frozen=True)
class Picture:
    """A picture whose size nobody knows before it is there."""

    mime: str = "image/png"
    caption: str = ""
    credit: str = ""
    size_px: tuple[int, int] | None = None

    def read(self) -> bytes:
        pixmap = QPixmap(500, 300)
        pixmap.fill(QColor("#1d5bbf"))
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        pixmap.save(buffer, "PNG")
        return bytes(content.data())


class TwoPanes:
    """What ties them, and what a test asks of both."""

    def __init__(
        self, editor: EditorPane, preview: PreviewPane, session: ReleaseSession, qtbot: QtBot
    ) -> None:
        self._qtbot = qtbot
        self.editor = editor
        self.text = editor.text
        self.preview = preview
        self.session = session
        self.beside = SideBySide(editor, preview)
        self.scrolling = self.beside.scrolling
        self.place = self.scrolling._place
        self._renderer = BlockRenderer(quotes=quotation_marks("en"))
        self.pictures: list[Callable[[tuple[str, bytes]], None]] = []  # asked for, not yet given
        preview.set_fetch(self._fetch)
        preview.body_clicked.connect(self.text.go_to)

    def _fetch(
        self,
        _sha256: str,
        then: Callable[[tuple[str, bytes]], None],
        _refused: Callable[[NewsdeskError], None],
    ) -> None:
        self.pictures.append(then)

    def give_pictures(self) -> None:
        waiting, self.pictures = self.pictures, []
        for then in waiting:
            then(("image/png", Picture().read()))

    def open(self, release: Release) -> None:
        self.session.open(release)
        self.beside.begin_release()

    def render(self) -> None:
        release = self.session.release
        assert release is not None
        self.beside.show(self.rendered(release))

    def rendered(self, release: Release) -> RenderedRelease:
        standing = release.standing(AFTER)
        media = {PICTURE: Picture()}
        return render_release(release, HARBOUR_UNION, standing, self._renderer, media)

    # What a test asks -----------------------------------------------------------------------

    def show(self, body: str) -> None:
        """Return when the text is all laid out, and its page is on screen."""
        self.open(replace(ENGLISH, state=State.DRAFT, firstpublished=None, body_md=body))
        self.text.document().size()
        with self._qtbot.waitSignal(self.preview.painted, timeout=20_000):
            self.render()

    def ask(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        assert self.preview._view is not None
        answers: list[str] = []
        page = self.preview._view.page()
        page.runJavaScript(f"JSON.stringify({script})", 1, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0]) if answers[0] else None

    def settled(self) -> float:
        """Return where the page is once nothing is under way."""
        scrolling = self.scrolling
        self._qtbot.waitUntil(
            lambda: not (scrolling._is_due or scrolling._is_asking), timeout=10_000
        )
        return self.ask("scrollY")

    def marked(self) -> str:
        """Return the words of the block that is marked; "" if none is."""
        return self.ask(_MARKED)

    def scroll_page(self, offset: float) -> None:
        """Scroll the page as its user does, which counts once our own scrolling is over."""
        reported: list[float] = []
        self.preview.hand.scrolled.connect(reported.append)

        def is_reported() -> bool:
            self.ask(f"scrollTo(0, {offset} + (scrollY === {offset} ? 1 : 0))")
            at = self.ask("scrollY")
            return bool(reported) and reported[-1] == at == offset

        try:
            self._qtbot.waitUntil(is_reported, timeout=10_000)
        finally:
            self.preview.hand.scrolled.disconnect(reported.append)
        self.settled()

    def wait_for_pictures(self) -> None:
        """Give the pictures that the page asks for until all are there; it must have some."""

        def are_there() -> bool:
            self.give_pictures()
            sizes: list[int] = self.ask("[...document.images].map((one) => one.naturalWidth)")
            return bool(sizes) and all(sizes)

        self._qtbot.waitUntil(are_there, timeout=20_000)

    def wait_until_in_step(self) -> None:
        """Return when the page, as it is laid out now, is where the text is."""

        def is_in_step() -> bool:
            last_offset, spans = json.loads(self.ask("newsdesk.measures()"))
            anchors = fitted(
                anchors_of(spans), last_line=self.place.last_line, last_offset=last_offset
            )
            return abs(self.settled() - preview_offset(self.place.line, anchors)) <= 1

        self._qtbot.waitUntil(is_in_step, timeout=20_000)
