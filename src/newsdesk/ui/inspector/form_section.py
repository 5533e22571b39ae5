"""A section of the inspector: fields that show the open release and write into it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsdesk.domain.language import Direction, direction
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.labelled import label_for
from newsdesk.ui.widgets.section import Section

_LABEL_GAP = 4


def show_line(line: QLineEdit, text: str) -> None:
    """Show `text` from its beginning; a line that shows it already is left alone."""
    if line.text() != text:
        line.setText(text)
        if not line.hasFocus():
            line.setCursorPosition(0)


def field_label(text: str, field: QWidget) -> QLabel:
    """Return a label that stands a little off the field before it."""
    label = label_for(text, field)
    label.setContentsMargins(0, _LABEL_GAP, 0, 0)
    return label


def direction_of(language: str) -> Qt.LayoutDirection:
    """Return in which direction fields for words of this language are written."""
    is_rtl = direction(language) is Direction.RIGHT_TO_LEFT
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


class FormSection(Section):
    """Shows again what of its release was changed by anyone."""

    def __init__(
        self,
        title: str,
        session: ReleaseSession,
        icons: Icons,
        *,
        shows: frozenset[str],
        corner: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`shows` are the fields of a release that this section depends on.

        Of another one nothing is asked: fetching the release copies its body.
        """
        super().__init__(title, icons, corner=corner, parent=parent)
        self._session = session
        self._shows = shows
        session.opened.connect(self._on_opened)
        session.fields_changed.connect(self._on_changed)

    def focus_field(self, name: str) -> bool:
        """Go to the field `name`, the section's own for its first; False if it is not here."""
        raise NotImplementedError

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Go by the settings of this house; most sections ask for none."""

    def show_release(self, release: Release) -> None:
        """Show the fields as they are; a field that shows its value already is left alone."""
        raise NotImplementedError

    def show_editable(self, is_editable: bool) -> None:
        """Let the fields be edited, or only read."""
        raise NotImplementedError

    def drop_typing(self) -> None:
        """Forget what was typed and not taken over: another release is open."""

    def show_session(self) -> None:
        """Show the open release, if there is one."""
        if (release := self._session.release) is not None:
            self.show_release(release)
        self.show_editable(self._session.is_editable)

    @Slot()
    def _on_opened(self) -> None:
        self.drop_typing()
        self.show_session()

    @Slot(object)
    def _on_changed(self, names: frozenset[str]) -> None:
        release = self._session.release if names & self._shows else None
        if release is not None:
            self.show_release(release)
        if "state" in names:
            self.show_editable(self._session.is_editable)
