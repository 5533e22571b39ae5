"""newsdesk came to a sudden end over a text: which version is kept?"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.services.recovery import Choice, LeftText
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.headed_comparison import HeadedComparison
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_WIDTH = 820
_TEXTS_HEIGHT = 264


class RecoveryDialog(FittedDialog):
    """Shows what was typed beside what is stored; show it with `open()`.

    Signals:
        choice_made(Choice): what becomes of the two.
        put_off(): it was closed without a choice; the journal keeps the text.
    """

    choice_made = Signal(object)
    put_off = Signal()

    def __init__(
        self,
        text: LeftText,
        comparison: ReleaseComparison,
        further: int,
        themes: ThemeController,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one text.

        Args:
            comparison: of what is stored with what was typed; of an empty release, if it is gone.
            further: how many more are asked about after this one.
        """
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("recovery_dialog")
        self.setWindowTitle(self.tr("Recovered text"))
        self._text = text
        self._now = now
        self.column.addWidget(wrapped(self.tr("Here is a text that was not saved"), "title"))
        self.column.addWidget(wrapped(self._told(further)))
        self.column.addSpacing(8)
        texts = HeadedComparison(comparison, self._headings(), themes)
        texts.setMinimumHeight(_TEXTS_HEIGHT)
        self.column.addWidget(texts, 1)
        self.column.addSpacing(4)
        self.column.addWidget(caption(self._consequences()))
        self._fill_foot()

    def reject(self) -> None:
        """Close without a choice: it is asked again at the next start."""
        super().reject()
        self.put_off.emit()

    def _told(self, further: int) -> str:
        headline = self._text.mine.headline or self.tr("Without a headline")
        said = [
            self.tr("newsdesk came to a sudden end while “{0}” was written.").format(
                f"\u2068{headline}\u2069"
            )
        ]
        if self._text.stored is None:
            said.append(self.tr("The release is not in the newsroom any more, or is damaged."))
        else:
            said.append(self.tr("Both texts are still here; choose which one is kept."))
        if further:
            said.append(self.tr("After this, %Ln more text(s) are asked about.", "", further))
        return " ".join(said)

    def _headings(self) -> tuple[str, str]:
        mine = self.tr("Typed until {0}").format(self._clock(self._text.typed_at))
        if self._text.stored_at is None:
            return self.tr("Not stored"), mine
        return self.tr("Saved {0}").format(self._clock(self._text.stored_at)), mine

    def _consequences(self) -> str:
        if self._text.stored is None:
            return self.tr("Kept, it becomes a release of its own.")
        both = self.tr("Keeping both makes a release of its own of what was typed.")
        if Choice.MINE in self._text.choices:
            mine = self.tr("What was typed is saved on top; what is saved stays in the history.")
        else:
            mine = self.tr("The release is no draft any more, so it takes no other text.")
        return f"{mine} {both}"

    def _fill_foot(self) -> None:
        is_gone = self._text.stored is None
        later = secondary_button(self.tr("&Decide later"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.foot.addWidget(later)
        self.foot.addStretch(1)
        names = {
            Choice.STORED: self.tr("&Give it up") if is_gone else self.tr("Keep the &saved one"),
            Choice.BOTH: self.tr("&Keep it") if is_gone else self.tr("Keep &both"),
            Choice.MINE: self.tr("Keep what was &typed"),
        }
        choices = [choice for choice in names if choice in self._text.choices]
        for choice in choices:
            is_first = choice is choices[-1]
            button = primary_button(names[choice]) if is_first else secondary_button(names[choice])
            self._add(button, choice)
            if is_first:
                button.setDefault(True)
                button.setFocus()

    def _add(self, button: QPushButton, choice: Choice) -> None:
        button.clicked.connect(partial(self._on_chosen, choice))
        self.foot.addWidget(button)

    def _clock(self, at: datetime) -> str:
        """Return a moment as this machine's clock showed it, to the second."""
        here = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
        is_today = here.date() == QDateTime.fromSecsSinceEpoch(int(self._now.timestamp())).date()
        return QLocale().toString(here, "HH:mm:ss" if is_today else "d MMM yyyy HH:mm:ss")

    def _on_chosen(self, choice: Choice, _is_checked: bool = False) -> None:
        self.accept()
        self.choice_made.emit(choice)
