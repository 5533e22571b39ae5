"""Text and page scrolled together: what stands at the top of one stands at the top of the other."""

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Slot

from newsdesk.rendering.scroll import Anchor, fitted, preview_offset, source_line
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.scroll_place import ScrollPlace
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.timers import single_shot


class _Leader(Enum):
    """Whose place the other one takes."""

    NOBODY = auto()  # the text was written in: the page shows what is written
    TEXT = auto()
    PAGE = auto()


class ScrollSync(QObject):
    """Moves the one after the other; while one writes, keeps what is written in view on the page.

    Where the blocks are is measured when somebody scrolls, not at a key, and one movement of the
    page is under way at a time; of those that come meanwhile the last one is made.
    """

    def __init__(self, text: MarkdownEditor, preview: PreviewPane) -> None:
        super().__init__(preview)
        self._text = text
        self._place = ScrollPlace(text)
        self._preview = preview
        self._hand = hand = preview.hand
        self._is_on = True
        self._leader = _Leader.TEXT
        self._offset = 0.0  # where the user scrolled the page to
        self._measured: tuple[tuple[Anchor, ...], float] | None = None  # None: no longer true
        self._fitted: tuple[Anchor, ...] = ()
        self._fitted_for = -1.0  # the last line of the text
        self._awaited: int | None = 0  # the page of the text; None: it is not made yet
        self._shown = 0  # the page on screen
        self._is_due = False
        self._is_asking = False
        self._is_held = False
        self._soon = single_shot(self, self._move)  # not in the middle of what scrolls the text
        self._place.moved.connect(self._on_text_scrolled)
        text.text_edited.connect(self._on_text_edited)
        preview.painted.connect(self._on_painted)
        hand.scrolled.connect(self._on_page_scrolled)
        hand.reflowed.connect(self._on_reflowed)
        hand.began.connect(self._on_began)

    @property
    def is_on(self) -> bool:
        return self._is_on

    @is_on.setter
    def is_on(self, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            if is_on:
                self._lead(_Leader.TEXT)

    def begin_release(self) -> None:
        """Another release is open: its page comes to the place of its text once it is there."""
        self._awaited = None
        self._leader = _Leader.TEXT
        self._is_due = True

    def take_page(self) -> None:
        """The preview was given a page of the text."""
        if self._awaited is None:
            self._awaited = self._preview.last_patch
            self.catch_up()

    def catch_up(self) -> None:
        """Do what was left while the page was not there or not seen."""
        if self._is_due:
            self._move()

    def hold(self) -> None:
        """Leave the page where it is while the text is scrolled by what is done just now."""
        self._is_held = True
        QTimer.singleShot(0, self, self._let_go)

    @Slot()
    def _let_go(self) -> None:
        self._is_held = False

    # Who scrolls ----------------------------------------------------------------------------

    @Slot()
    def _on_text_scrolled(self) -> None:
        if self._is_on and not self._is_held and self._leader is not _Leader.NOBODY:
            self._leader = _Leader.TEXT
            self._is_due = True
            self._soon.start()

    @Slot(float)
    def _on_page_scrolled(self, offset: float) -> None:
        self._offset = offset
        self._lead(_Leader.PAGE)

    @Slot()
    def _on_text_edited(self) -> None:
        self._leader = _Leader.NOBODY  # until it is on the page

    @Slot(int)
    def _on_painted(self, number: int) -> None:
        self._shown = number
        self._measured = None  # its lines are others
        if number < self._preview.last_patch:
            return
        if self._leader is _Leader.NOBODY:
            # either it comes to the text first, or what is seen now counts
            self._leader = _Leader.TEXT if self._is_due else _Leader.PAGE
            if self._is_on and not self._is_due:
                self._hand.follow(self._caret_line())
        self.catch_up()

    @Slot(bool)
    def _on_reflowed(self, is_resized: bool) -> None:
        self._measured = None
        if self._leader is _Leader.TEXT or (is_resized and self._leader is _Leader.PAGE):
            self._lead(_Leader.TEXT)

    @Slot()
    def _on_began(self) -> None:
        self._is_asking = False  # nobody will answer any more
        self._measured = None
        self._leader = _Leader.TEXT
        self._is_due = True

    # Moving ---------------------------------------------------------------------------------

    def _lead(self, leader: _Leader) -> None:
        self._leader = leader
        if self._is_on:
            self._is_due = True
            self._move()

    @Slot()
    def _move(self) -> None:
        self._is_due &= self._is_on  # switched off meanwhile
        if self._is_asking or not (self._is_on and self._is_reachable()):
            return
        if self._measured is None:
            self._is_asking = True
            self._hand.measure(self._on_measured)
            return
        self._is_due = False
        if not (anchors := self._anchors()):
            return
        if self._leader is _Leader.PAGE:
            self._place.set_line(source_line(self._offset, anchors))
        elif self._place.last_line > 0:  # of a text that is all seen, no place is that of a line
            self._is_asking = True
            self._hand.scroll(preview_offset(self._place.line, anchors), self._on_scrolled)

    def _is_reachable(self) -> bool:
        is_of_the_text = self._awaited is not None and self._shown >= self._awaited
        return is_of_the_text and self._hand.is_whole and self._preview.isVisible()

    def _on_measured(self, anchors: tuple[Anchor, ...], last_offset: float) -> None:
        self._is_asking = False
        self._measured = anchors, last_offset
        self._fitted_for = -1.0
        self._move()

    def _on_scrolled(self) -> None:
        self._is_asking = False
        self.catch_up()

    def _anchors(self) -> tuple[Anchor, ...]:
        assert self._measured is not None
        anchors, last_offset = self._measured
        last_line = self._place.last_line
        if anchors and last_line != self._fitted_for:
            self._fitted = fitted(anchors, last_line=last_line, last_offset=last_offset)
            self._fitted_for = last_line
        return self._fitted if anchors else ()

    def _caret_line(self) -> float:
        """Return where the caret is, as the part of its line that is before it."""
        cursor = self._text.textCursor()
        block = cursor.block()
        return block.blockNumber() + cursor.positionInBlock() / block.length()
