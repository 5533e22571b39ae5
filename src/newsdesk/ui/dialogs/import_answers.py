"""The buttons below a text that is being brought in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from newsdesk.domain.duplicate import Duplicate, Update
from newsdesk.ui.widgets.buttons import primary_button, secondary_button, set_primary

_MARGIN = 16


class ImportAnswers(QWidget):
    """Offers what can be done with this text, and no more.

    Signals:
        bring_in_chosen(): store it; of one that is here already a copy.
        update_chosen(): store it over the one that is here.
        all_chosen(): store it, and ask from now on only where something is doubtful.
        skip_chosen(): leave it out.
        cancel_chosen(): leave it and all that follow out.
    """

    bring_in_chosen = Signal()
    update_chosen = Signal()
    all_chosen = Signal()
    skip_chosen = Signal()
    cancel_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._place = QLabel()
        self._place.setProperty("role", "caption")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._skip = secondary_button(self.tr("S&kip this one"))
        self._all = secondary_button(self.tr("Bring in &all that are sure"))
        self._all.setToolTip(
            self.tr("Brings this one in, and asks from now on only where something is doubtful")
        )
        self._copy = secondary_button(self.tr("Bring in as a &copy"))
        self._update = primary_button(self.tr("&Update"))
        self._bring_in = primary_button(self.tr("&Bring in"))
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addWidget(self._skip)
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addStretch(1)
        for button in (self._all, self._copy, self._update, self._bring_in):
            row.addWidget(button)
        for button, signal in (
            (self._cancel, self.cancel_chosen),
            (self._skip, self.skip_chosen),
            (self._all, self.all_chosen),
            (self._copy, self.bring_in_chosen),
            (self._update, self.update_chosen),
            (self._bring_in, self.bring_in_chosen),
        ):
            button.clicked.connect(signal)

    def focusable(self) -> list[QPushButton]:
        """Return the buttons in the order of the Tab key."""
        return [
            self._cancel, self._skip, self._all, self._copy, self._update, self._bring_in,
        ]  # fmt: skip

    def show_answers(
        self, number: int, total: int, *, is_all: bool, duplicate: Duplicate | None
    ) -> None:
        """Offer what fits the text with this number; `is_all`: there are no more than `total`."""
        is_alone = total == 1 and is_all
        place = self.tr("{0} of {1}") if is_all else self.tr("{0} of more than {1}")
        self._place.setText(
            place.format(
                self.locale().toString(number), self.locale().toString(max(total - (not is_all), 1))
            )
        )
        is_known = duplicate is not None
        can_update = is_known and duplicate.update is not Update.REFUSED
        self._place.setVisible(not is_alone)
        self._skip.setVisible(is_known or not is_alone)
        self._all.setVisible(not is_known and not is_alone)
        self._copy.setVisible(is_known)
        self._update.setVisible(can_update)
        self._bring_in.setVisible(not is_known)
        if duplicate is None:
            self._set_default(self._bring_in)
        else:  # of what is here word for word there is nothing to update
            self._set_default(self._update if can_update and not duplicate.is_same else self._skip)

    @Slot(bool)
    def set_waiting(self, is_waiting: bool) -> None:
        """An answer was given, or something is under way: only Cancel can be pressed."""
        for button in self.focusable()[1:]:
            button.setDisabled(is_waiting)

    def _set_default(self, default: QPushButton) -> None:
        """Let Enter do this, and show so."""
        for button in (self._skip, self._update, self._bring_in):
            set_primary(button, is_primary=button is default)
        default.setDefault(True)
