"""Two people saved one release: whose version is kept?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.release import Release
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.differences import changed_fields, first_difference
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.source_text import SourceText
from newsdesk.ui.messages import field_words
from newsdesk.ui.trade_words import FIELDS
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import caption

_WIDTH = 680
_LINES = 6
MINE, THEIRS, BOTH = "mine", "theirs", "both"


class StaleDialog(FittedDialog):
    """Shows both versions in short; show it with `open()`.

    Signals:
        choice_made(str): "mine", "theirs" or "both". Closing it without a choice is "both": that
            way nothing is lost.
        comparison_requested(): the user wants to see all that differs first.
    """

    choice_made = Signal(str)
    comparison_requested = Signal()

    def __init__(self, mine: Release, theirs: Release, parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("stale_dialog")
        self.setWindowTitle(self.tr("Two versions"))
        self._mine = secondary_button(self.tr("Keep &mine"))
        self._theirs = secondary_button(self.tr("Take &theirs"))
        self._both = primary_button(self.tr("Keep &both"))
        self._arrange(mine, theirs)
        self._both.setDefault(True)
        for button, choice in (
            (self._mine, MINE),
            (self._theirs, THEIRS),
            (self._both, BOTH),
        ):
            button.clicked.connect(partial(self._on_chosen, choice))
        self._both.setFocus()

    def reject(self) -> None:
        """Close without a choice: keep both."""
        super().reject()
        self.choice_made.emit(BOTH)

    def _arrange(self, mine: Release, theirs: Release) -> None:
        self.column.addWidget(
            wrapped(self.tr("Somebody else saved this release meanwhile"), "title")
        )
        self.column.addWidget(wrapped(self._told(changed_fields(mine, theirs))))
        self.column.addSpacing(8)
        passages = first_difference(mine.body_md, theirs.body_md)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in (
            self._card(
                self.tr("Mine"),
                mine,
                passages[0],
                self._mine,
                self.tr("Saved on top of theirs, which stays in the history."),
            ),
            self._card(
                self.tr("Theirs"),
                theirs,
                passages[1],
                self._theirs,
                self.tr("Yours can then still be had as a copy."),
            ),
        ):
            cards.addWidget(card, 1)
        self.column.addLayout(cards)
        self.column.addStretch(1)
        note = caption(self.tr("Yours becomes a release of its own. Nothing is lost."))
        compare = secondary_button(self.tr("&Compare…"))
        compare.clicked.connect(self.comparison_requested)
        self.foot.addWidget(note, 1)
        self.foot.addWidget(compare)
        self.foot.addWidget(self._both)

    def _told(self, names: tuple[str, ...]) -> str:
        """Return what differs, in words; what nobody has a word for goes without saying."""
        said = self.tr("Nothing was overwritten, and yours is still here.")
        if named := [field_words(name) for name in names if name in FIELDS]:
            differing = self.tr("The two differ in: {0}.")
            said = f"{said} {differing.format(self.tr(', ').join(named))}"
        return said

    def _card(
        self, title: str, release: Release, passage: str, button: QPushButton, what: str
    ) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        name = QLabel(title)
        name.setProperty("role", "label")
        headline = SourceText(release.headline or self.tr("Without a headline"))
        headline.setObjectName("version_headline")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(headline)
        column.addWidget(SourceText(passage or "–", lines=_LINES))
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(caption(what))
        button.setAccessibleDescription(what)
        column.addWidget(button)
        return card

    def _on_chosen(self, choice: str, _is_checked: bool = False) -> None:
        self.accept()
        self.choice_made.emit(choice)
