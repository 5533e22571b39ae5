"""The line at the bottom: what is saved, how much is written, where the cursor is."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from newsdesk.rendering.counting import TextCounts
from newsdesk.ui.languages import language_name
from newsdesk.ui.messages import words
from newsdesk.ui.session import ReleaseSession, SaveState
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_label import ElidedLabel

HEIGHT = 28
_ICON_PX = 13
_SIGNS = {
    SaveState.NOTHING: ("info", "text2"),
    SaveState.SAVED: ("saved", "ok"),
    SaveState.UNSAVED: ("edit", "text2"),
    SaveState.SAVING: ("clock", "text2"),
    SaveState.FAILED: ("error", "bad"),
}
"""The icon of each state and its colour."""


class StatusBar(QWidget):
    """Words only; it never says "saved" before it is."""

    def __init__(
        self, session: ReleaseSession, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        self._session = session
        self._icons = icons
        self._dictionary = self._problem = ""
        self._sign = QLabel()
        self._state = ElidedLabel()
        self._state.setAccessibleDescription(self.tr("What is saved"))
        self._counts, self._cursor, self._language = ElidedLabel(), QLabel(), QLabel()
        for label in (self._state, self._counts, self._cursor, self._language):
            label.setProperty("role", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        saved = QHBoxLayout()
        saved.setSpacing(5)
        saved.addWidget(self._sign)
        saved.addWidget(self._state, 1)
        layout.addLayout(saved, 1)
        for label in (self._counts, self._cursor, self._language):
            layout.addWidget(label)
        session.save_state_changed.connect(self.show_save_state)
        session.opened.connect(self._on_opened)
        session.fields_changed.connect(self._on_changed)
        icons.bind(self._sign, self._show_signs)
        self._on_opened()

    def text(self) -> str:
        return self._state.text()

    @Slot(object, bool)
    def set_counts(self, counts: TextCounts, is_selection: bool = False) -> None:
        """Say how long the text is, or what is selected of it."""
        parts = [
            self.tr("%Ln word(s)", "", counts.words),
            self.tr("%Ln character(s)", "", counts.characters),
        ]
        if counts.minutes:
            parts.append(self.tr("%Ln min read", "", counts.minutes))
        said = " · ".join(parts)
        self._counts.setText(self.tr("Selected: {0}").format(said) if is_selection else said)

    def set_cursor(self, line: int, column: int) -> None:
        self._cursor.setText(self.tr("Line {0}, column {1}").format(line, column))

    @Slot(str, str)
    def set_spelling(self, dictionary: str, problem: str) -> None:
        """Say what the spelling is checked with, or why it is not; "" and "": nothing is known."""
        self._dictionary, self._problem = dictionary, problem
        self._show_language()

    @Slot()
    def show_save_state(self) -> None:
        state = self._session.save_state
        self._state.setText(self._in_words(state))
        icon, colour = _SIGNS[state]
        self._sign.setPixmap(self._icons.pixmap(icon, colour, _ICON_PX))

    def _show_signs(self) -> None:
        """Have all signs drawn before one is needed: the first takes a tenth of a second."""
        for icon, colour in _SIGNS.values():
            self._icons.pixmap(icon, colour, _ICON_PX)
        self.show_save_state()

    def _in_words(self, state: SaveState) -> str:
        match state:
            case SaveState.NOTHING:
                return self.tr("No release open")
            case SaveState.SAVED:
                at = self._session.saved_at
                return (
                    self.tr("Saved {0}").format(_clock(at)) if at else self.tr("All changes saved")
                )
            case SaveState.UNSAVED:
                return self.tr("Not saved yet")
            case SaveState.SAVING:
                return self.tr("Saving…")
            case SaveState.FAILED:
                return self._failure_in_words()

    def _failure_in_words(self) -> str:
        """Say why nothing is saved, and where the text is: no more than is so."""
        session = self._session
        if session.is_journalled:
            said = self.tr("Not saved: {0}. Your text is in memory and in the draft journal.")
        elif session.journal_error is not None:
            said = self.tr(
                "Not saved: {0}. Your text is in memory only; the draft journal cannot be written."
            )
        else:
            said = self.tr("Not saved: {0}. Your text is here in memory.")
        return said.format(words(session.save_error).title if session.save_error else "")

    @Slot()
    def _on_opened(self) -> None:
        is_open = self._session.is_open
        for label in (self._counts, self._cursor, self._language):
            label.setVisible(is_open)
        self._show_language()

    @Slot(object)
    def _on_changed(self, names: frozenset[str]) -> None:
        if "language" in names:
            self._show_language()

    def _show_language(self) -> None:
        release = self._session.head
        name = language_name(release.language) if release else ""
        told = ""
        if release and self._problem:  # apart, in whichever direction the language calls itself
            name, told = f"\u2068{name}\u2069 · {self._problem}", self._problem
        elif release and self._dictionary:
            told = self.tr("Spelling: {0}").format(self._dictionary)
        self._language.setText(name)
        self._language.setToolTip(told)


def _clock(at: datetime) -> str:
    local = at.astimezone()
    time = QTime(local.hour, local.minute, local.second)
    return QLocale().toString(time, "HH:mm:ss")
