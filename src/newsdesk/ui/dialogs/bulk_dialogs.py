"""What is asked before many releases get another language, or take a step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from newsdesk.domain.workflow import Action
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.languages import LANGUAGES, language_name
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.labelled import add_labelled, caption

_WIDTH = 460
_STEPS = {
    Action.SUBMIT: QT_TRANSLATE_NOOP("BulkSteps", "Submit for review"),
    Action.WITHDRAW: QT_TRANSLATE_NOOP("BulkSteps", "Withdraw from review"),
    Action.APPROVE: QT_TRANSLATE_NOOP("BulkSteps", "Approve"),
    Action.EDIT: QT_TRANSLATE_NOOP("BulkSteps", "Back to draft; approvals are void"),
    Action.PUBLISH: QT_TRANSLATE_NOOP("BulkSteps", "Publish"),
    Action.SPIKE: QT_TRANSLATE_NOOP("BulkSteps", "Spike: give the draft up, in the library"),
    Action.UNSPIKE: QT_TRANSLATE_NOOP("BulkSteps", "Take up again what was spiked"),
}
"""Steps that are taken with many at once: those that need no word about each."""


class LanguageDialog(FittedDialog):
    """Asks for the language that drafts are to have; show it with `open()`.

    Signals:
        language_chosen(str): a BCP 47 tag.
    """

    language_chosen = Signal(str)

    def __init__(self, count: int, languages: Sequence[str], parent: QWidget | None = None) -> None:
        """`languages` are those of the house, which are offered first."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("language_dialog")
        self.setWindowTitle(self.tr("Language"))
        self._language = QComboBox()
        for tag in dict.fromkeys((*languages, *LANGUAGES)):
            self._language.addItem(language_name(tag), tag)
        self._language.setMaxVisibleItems(14)
        do, cancel = primary_button(self.tr("&Set language")), secondary_button(self.tr("Cancel"))
        do.setDefault(True)
        self.column.addWidget(wrapped(self.tr("Language of %Ln release(s)", "", count), "title"))
        self.column.addSpacing(6)
        add_labelled(self.column, self.tr("&Language"), self._language)
        self.column.addWidget(caption(self.tr("Of drafts only: what was issued keeps its own.")))
        self.column.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(do)
        do.clicked.connect(self._on_do)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _on_do(self) -> None:
        self.accept()
        self.language_chosen.emit(self._language.currentData())


class StepDialog(FittedDialog):
    """Asks for the step; show it with `open()`.

    Signals:
        step_chosen(Action): the user wants it taken.
    """

    step_chosen = Signal(object)

    def __init__(
        self, count: int, parent: QWidget | None = None, *, has_approval_steps: bool
    ) -> None:
        """Without approval steps in the house, those are not offered."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("step_dialog")
        self.setWindowTitle(self.tr("Take a step"))
        self._group = QButtonGroup(self)
        self._actions = [one for one in _STEPS if has_approval_steps or one not in _OF_APPROVAL]
        do, cancel = primary_button(self.tr("&Take the step")), secondary_button(self.tr("Cancel"))
        self._do = do
        do.setEnabled(False)
        title = self.tr("A step with %Ln release(s)", "", count)
        self.column.addWidget(wrapped(title, "title"))
        self.column.addSpacing(6)
        for number, action in enumerate(self._actions):
            button = QRadioButton(translate("BulkSteps", _STEPS[action]))
            button.setObjectName(f"step_{action.value}")
            self._group.addButton(button, number)
            self.column.addWidget(button)
        self.column.addSpacing(4)
        self.column.addWidget(
            caption(
                self.tr(
                    "It is taken with every one that the workflow allows it for, and cannot be "
                    "undone for all at once: each has its own way back. You are told of the others."
                )
            )
        )
        self.column.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(do)
        self._group.idClicked.connect(self._on_chosen)
        do.clicked.connect(self._on_do)
        cancel.clicked.connect(self.reject)

    @Slot(int)
    def _on_chosen(self, _number: int) -> None:
        self._do.setEnabled(True)
        self._do.setDefault(True)

    @Slot()
    def _on_do(self) -> None:
        action = self._actions[self._group.checkedId()]
        self.accept()
        self.step_chosen.emit(action)


_OF_APPROVAL = frozenset({Action.SUBMIT, Action.WITHDRAW, Action.APPROVE, Action.EDIT})
