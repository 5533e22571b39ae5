"""Headline and subheadline, above the text."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.release import HEADLINE_LONGEST
from newsdesk.ui.editor.plain_field import PlainField
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.widgets.meter import Meter

_ADVISED = 64  # characters: what search results and most inboxes show of a headline
_NEAR = 56  # from here on it is said how many there are
_FIELD_PX = 8  # a field's own border and margin


class HeadlineFields(QWidget):
    """Shows and edits two fields of the open release; both run in the direction of their content.

    Signals:
        left_downwards(): the user went on to the text.
    """

    left_downwards = Signal()

    def __init__(self, session: ReleaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline_fields")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._is_writing = False
        self.headline = PlainField("headline", self.tr("Headline"))
        self.subheadline = PlainField("subheadline", self.tr("Subheadline"))
        self._counter = Meter(advised=_ADVISED, longest=HEADLINE_LONGEST, shown_from=_NEAR + 1)
        self._counter.setObjectName("headline_counter")
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 8, 0)
        above.addStretch(1)
        above.addWidget(self._counter)
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.headline)
        layout.addWidget(self.subheadline)
        self.headline.text_edited.connect(self._on_headline_edited)
        self.headline.corrected.connect(self._on_headline_corrected)
        self.headline.entered.connect(self._on_headline_entered)
        self.headline.left_downwards.connect(self.subheadline.setFocus)
        self.subheadline.text_edited.connect(self._on_subheadline_edited)
        self.subheadline.corrected.connect(self._on_subheadline_corrected)
        self.subheadline.entered.connect(self.left_downwards)
        self.subheadline.left_downwards.connect(self.left_downwards)
        self.subheadline.left_upwards.connect(self.headline.setFocus)
        session.opened.connect(self._show)
        session.fields_changed.connect(self._on_session_changed)
        self._show()

    def begin_at(self, margin_px: int) -> None:
        """Begin where the text below does, so far from the edge."""
        side = margin_px - _FIELD_PX
        self._layout.setContentsMargins(side, 4, side, 0)

    def enter_from_below(self) -> None:
        """Take the keyboard as somebody who goes up from the text expects it."""
        field = self.subheadline if self.subheadline.text() else self.headline
        field.go_to_end()
        field.setFocus()

    @Slot()
    def _show(self) -> None:
        release = self._session.release
        self.headline.set_text(release.headline if release else "")
        self.subheadline.set_text((release.subheadline or "") if release else "")
        self._allow()
        self._count()

    @Slot(object)
    def _on_session_changed(self, names: frozenset[str]) -> None:
        if not self._is_writing and names & {"headline", "subheadline"}:
            self._show()
        elif "state" in names:
            self._allow()

    def _allow(self) -> None:
        is_editable = self._session.is_editable
        for field in (self.headline, self.subheadline):
            field.set_editable(is_editable)
        self._set_look(self, "is_locked", not is_editable)

    @Slot()
    def _on_headline_edited(self) -> None:
        self._edit_headline(self.tr("Change headline"))

    @Slot()
    def _on_headline_corrected(self) -> None:
        self._edit_headline(self.tr("Set a typographic mark"))

    @Slot()
    def _on_subheadline_edited(self) -> None:
        self._edit_subheadline(self.tr("Change subheadline"))

    @Slot()
    def _on_subheadline_corrected(self) -> None:
        self._edit_subheadline(self.tr("Set a typographic mark"))

    def _edit_headline(self, what: str) -> None:
        with self._writing():
            self._session.edit(what, headline=self.headline.text())
        self._count()

    def _edit_subheadline(self, what: str) -> None:
        text = self.subheadline.text()
        with self._writing():
            self._session.edit(what, subheadline=text if text.strip() else None)

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Within, what the session says of these fields stands in them already."""
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = False

    @Slot()
    def _on_headline_entered(self) -> None:
        """Go on to the text; to the subheadline only where there is one to read over."""
        if self.subheadline.text():
            self.subheadline.setFocus()
        else:
            self.left_downwards.emit()

    def _count(self) -> None:
        """Say how long the headline is once it comes near to what is advised."""
        length = len(self.headline.text())
        self._counter.set_length(length)
        if length > HEADLINE_LONGEST:
            told = self.tr("Too long to be published: {0} characters at most")
            told = told.format(HEADLINE_LONGEST)
        elif length > _ADVISED:
            told = self.tr("Longer than advised: many places show only {0} characters")
            told = told.format(_ADVISED)
        else:
            told = self.tr("Many places show only {0} characters").format(_ADVISED)
        self._counter.setToolTip(told if length > _NEAR else "")

    def _set_look(self, widget: QWidget, name: str, value: object) -> None:
        """Give `widget` a property that the style sheet looks at."""
        if widget.property(name) != value:
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
