"""What stands in the list's place when nothing is listed: why, and what to do next."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.library.filters import Filter
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_ICON_PX = 40
_REASONS: Mapping[Filter, tuple[str, str, str]] = {  # icon, title, a sentence
    Filter.ALL: (
        "empty",
        QT_TRANSLATE_NOOP("Library", "No releases yet"),
        QT_TRANSLATE_NOOP("Library", "Write the first one, or bring in a text you have."),
    ),
    Filter.DRAFTS: (
        "edit",
        QT_TRANSLATE_NOOP("Library", "No drafts"),
        QT_TRANSLATE_NOOP("Library", "Nothing is being written at the moment."),
    ),
    Filter.EMBARGOED: (
        "clock",
        QT_TRANSLATE_NOOP("Library", "No embargo is running"),
        QT_TRANSLATE_NOOP("Library", "Releases stand here until their embargo is over."),
    ),
    Filter.PUBLISHED: (
        "publish",
        QT_TRANSLATE_NOOP("Library", "Nothing is published yet"),
        QT_TRANSLATE_NOOP("Library", "A release stands here once you publish it."),
    ),
    Filter.WITHDRAWN: (
        "recall",
        QT_TRANSLATE_NOOP("Library", "Nothing is withdrawn"),
        QT_TRANSLATE_NOOP("Library", "Releases that were killed or recalled stand here."),
    ),
    Filter.TRASH: (
        "trash",
        QT_TRANSLATE_NOOP("Library", "The trash is empty"),
        QT_TRANSLATE_NOOP("Library", "What you put away stands here and can be taken out again."),
    ),
}


class EmptyState(QWidget):
    """An icon, a line, a sentence, and buttons that lead on.

    Signals:
        new_requested(), import_requested(): there is no release at all.
        clear_requested(): look for nothing any more.
        all_requested(): look among all releases.
    """

    new_requested = Signal()
    import_requested = Signal()
    clear_requested = Signal()
    all_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._icon_name = "empty"
        self._icon, self._title, self._text = QLabel(), QLabel(), caption()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)  # what was looked for may look like HTML
        self._new = primary_button(self.tr("New release"))
        self._import = secondary_button(self.tr("Import…"))
        self._clear = secondary_button(self.tr("Clear search"))
        self._all = secondary_button("")
        for button, signal in (
            (self._new, self.new_requested),
            (self._import, self.import_requested),
            (self._all, self.all_requested),
            (self._clear, self.clear_requested),
        ):
            button.clicked.connect(signal)
        self._lay_out()
        icons.bind(self._icon, self._show_icon)

    def show_reason(self, chosen: Filter, words: str) -> None:
        """Say why nothing is listed: what was looked for, and among which releases."""
        is_all = chosen is Filter.ALL
        icon, title, text = _REASONS[chosen]
        title, text = translate("Library", title), translate("Library", text)
        if words:
            icon, title = "search", self.tr("Nothing matches “{0}”").format(words)
            text = self.tr("Try other words, or fewer.")
            if not is_all:
                text = self.tr("Only some of the releases were searched.")
        self._icon_name = icon
        self._show_icon()
        self._title.setText(title)
        self._text.setText(text)
        self._all.setText(self.tr("Search all releases") if words else self.tr("Show all releases"))
        self._new.setVisible(is_all and not words)
        self._import.setVisible(is_all and not words)
        self._all.setVisible(not is_all)
        self._clear.setVisible(bool(words))

    def title(self) -> str:
        return self._title.text()

    def ways_on(self) -> list[QPushButton]:
        """Return the buttons that are offered."""
        buttons = (self._new, self._import, self._all, self._clear)
        return [button for button in buttons if not button.isHidden()]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        for button in (self._new, self._import, self._all, self._clear):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._icons.pixmap(self._icon_name, "line2", _ICON_PX))
