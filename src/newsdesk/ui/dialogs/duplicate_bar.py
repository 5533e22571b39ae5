"""Says that a text seems to be here already: which release it is, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.duplicate import Duplicate, Likeness, Update
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.trade_words import STATES
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.elided_check_box import ElidedCheckBox
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.notice_bar import Tone

_MARGIN = 16
_INDENT = 28  # px: where the words behind the icon begin
_WHY = {
    Likeness.ADDRESS: QT_TRANSLATE_NOOP("Duplicates", "It stands on the same page."),
    Likeness.TEXT: QT_TRANSLATE_NOOP("Duplicates", "It begins with the same words."),
}
_UPDATES = {
    Update.REVISION: QT_TRANSLATE_NOOP(
        "Duplicates", "It is a draft: updating makes a new version of it."
    ),
    Update.REWRITE: QT_TRANSLATE_NOOP(
        "Duplicates",
        "It is out and stays as it was issued: updating makes a new draft that is linked to it.",
    ),
    Update.REFUSED: QT_TRANSLATE_NOOP("Duplicates", "It cannot be updated, because it is {state}."),
}


class DuplicateBar(QWidget):
    """A strip with what is here already.

    Signals:
        look_edited(bool): the user wants to see the stored release (True), or the new one again.
    """

    look_edited = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duplicate_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = link_button("")
        self._look.setCheckable(True)
        self._look.setAutoDefault(False)
        self._line = IconLine("", Tone.WARNING, icons, end=self._look)
        self._why = caption("")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._for_all = ElidedCheckBox(self.tr("Do the &same with all further ones"))
        told = QHBoxLayout()
        told.setContentsMargins(_INDENT, 0, 0, 0)
        told.addWidget(self._why, 1)
        told.addWidget(self._for_all, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addLayout(told)
        self._look.toggled.connect(self._show_look)
        self._look.toggled.connect(self.look_edited)
        self._show_look()

    @property
    def is_for_all(self) -> bool:
        """Whether the answer is to hold for all further ones."""
        return self._for_all.isChecked()

    def text(self) -> str:
        return f"{self._line.text()} {self._why.text()}"

    def focusable(self) -> list[QWidget]:
        return [self._look, self._for_all]

    def show_duplicate(self, duplicate: Duplicate | None, *, is_alone: bool) -> None:
        """Tell of a release, or hide; `is_alone`: no further texts will come."""
        self.setVisible(duplicate is not None)
        self._look.setChecked(False)
        self._for_all.setChecked(False)
        self._for_all.setVisible(not is_alone)
        if duplicate is not None:
            self._line.set_line(self._what(duplicate), Tone.WARNING)
            self._why.setText(" ".join(self._reasons(duplicate)))

    def _what(self, duplicate: Duplicate) -> str:
        title = duplicate.headline or self.tr("a release without a headline")
        said = (
            self.tr("This is here already: “{0}” ({1}).")
            if duplicate.is_same
            else self.tr("Something like this is here already: “{0}” ({1}).")
        )
        return said.format(f"\u2068{title}\u2069", translate("Messages", STATES[duplicate.state]))

    def _reasons(self, duplicate: Duplicate) -> list[str]:
        shared = self.locale().toString(round(duplicate.containment * 100))
        if duplicate.is_same:
            said = [self.tr("It is the same word for word.")]
        else:
            said = [translate("Duplicates", _WHY[duplicate.why])]
        if duplicate.containment and not duplicate.is_same:
            said.append(self.tr("{0} % of the shorter text stand in the other one.").format(shared))
        update = translate("Duplicates", _UPDATES[duplicate.update])
        state = translate("Messages", STATES[duplicate.state])
        return [*said, update.format(state=state)]

    def _show_look(self) -> None:
        is_shown = self._look.isChecked()
        text = self.tr("Look at the new one") if is_shown else self.tr("Look at the stored one")
        self._look.setText(text)
