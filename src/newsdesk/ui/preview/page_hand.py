"""What is done with the page that is shown, beside showing it: scrolled, marked, read."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from newsdesk.rendering.scroll import Anchor, anchors_of

if TYPE_CHECKING:
    from newsdesk.ui.preview.web_preview import WebPreview


class PageHand(QObject):
    """Reaches the page while there is one; without one, nothing is done and nobody is answered.

    Signals:
        scrolled(float): the user scrolled the page, now to this offset in CSS px.
        reflowed(bool): parts of it stand elsewhere now; whether its width is another.
        pointed(QUrl): the mouse is on a link that leads outside; an empty one: no longer.
        link_followed(QUrl): the user wants to go where a link leads.
        rich_copy_requested(): the user wants what is selected, or all of it, with its looks.
        began(): it was loaded anew: what was marked in it, and its place, are lost.
    """

    scrolled = Signal(float)
    reflowed = Signal(bool)
    pointed = Signal(QUrl)
    link_followed = Signal(QUrl)
    rich_copy_requested = Signal()
    began = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: WebPreview | None = None

    def take(self, view: "WebPreview | None") -> None:
        """Reach for the page of this view from now on."""
        self._view = view
        if view is not None:
            view.scrolled.connect(self.scrolled)
            view.reflowed.connect(self.reflowed)
            view.link_pointed.connect(self.pointed)
            view.link_followed.connect(self.link_followed)
            view.rich_copy_requested.connect(self.rich_copy_requested)
            view.became_ready.connect(self.began)
            if view.is_ready:
                self.began.emit()

    @property
    def is_there(self) -> bool:
        """Whether there is a page that can be reached."""
        return self._view is not None and self._view.is_ready

    @property
    def is_whole(self) -> bool:
        """Whether it is there, and no more of it is to come: a long one comes step by step."""
        return self._view is not None and self._view.is_ready and self._view.is_whole

    def measure(self, then: Callable[[tuple[Anchor, ...], float], None]) -> None:
        """Call `then` with where the body's blocks are, and how far the page can be scrolled."""

        def read(answer: object) -> None:
            last_offset, spans = json.loads(str(answer)) if answer else (0, ())
            then(anchors_of(spans), last_offset)

        self._call("measures", then=read)

    def scroll(self, offset: float, then: Callable[[], None]) -> None:
        """Show the page from this offset on; `then` is called when that is done."""
        self._call("scroll", offset, then=lambda _answer: then())

    def follow(self, line: float) -> None:
        """Have the place of a source line in view, as near to where it is as may be."""
        self._call("follow", line)

    def mark(self, kind: str, line: int) -> None:
        """Mark the block that is edited: that of a source line where `kind` is "body".

        Args:
            kind: a `BlockKind`; empty: none is.
        """
        self._call("mark", kind, line)

    def seek(self, pattern: str) -> None:
        """Mark what matches on the page and on those that follow; "" marks nothing.

        Args:
            pattern: a regular expression of JavaScript, read with the flag `u`.
        """
        self._call("seek", pattern)

    def say_below(self, words: str) -> None:
        """Show words at the lower edge of the page; none: show them no more."""
        self._call("below", words)

    def read_selected(self, then: Callable[[str], None]) -> None:
        """Call `then` with the HTML of what is selected in the page, "" for nothing."""
        if self.is_there:
            self._call("selected", then=lambda answer: then(str(answer or "")))
        else:
            then("")

    def _call(
        self, function: str, *arguments: object, then: Callable[[object], None] | None = None
    ) -> None:
        if self._view is not None:
            self._view.call(function, *arguments, then=then)
