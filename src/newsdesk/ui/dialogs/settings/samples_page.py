"""The sample newsroom, and how to be rid of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.labelled import caption


class SamplesPage(SettingsPage):
    """There as long as the samples are.

    Signals:
        samples_removal_requested(): please take them away.
    """

    samples_removal_requested = Signal()

    def __init__(self, icons: Icons, *, is_writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Samples"),
            self.tr(
                "The Office for Safe Harbours is invented, so that a first look has something to "
                "look at."
            ),
            parent=parent,
        )
        self._remove = secondary_button(self.tr("&Remove the sample newsroom"))
        self._remove.setAutoDefault(False)
        self._remove.setEnabled(is_writable)
        icons.bind(self._remove, lambda: self._remove.setIcon(icons.icon("trash", px=16)))
        row = QHBoxLayout()
        row.addWidget(self._remove)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(
            caption(
                self.tr(
                    "Its releases go to the trash; its contacts, paragraphs and settings go if "
                    "nobody changed them. What you made yourself stays. It can be undone."
                )
            )
        )
        self.setFocusProxy(self._remove)
        self.finish()
        self._remove.clicked.connect(self.samples_removal_requested)
