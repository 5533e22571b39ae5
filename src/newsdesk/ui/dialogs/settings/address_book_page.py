"""Where the address book is kept: in a window of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.labelled import caption


class AddressBookPage(SettingsPage):
    """Leads on to it, for those who look for it here.

    Signals:
        address_book_requested(): please show it.
    """

    address_book_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Address book"),
            self.tr("Whom the press may ask, and who is quoted."),
            parent=parent,
        )
        self._open = secondary_button(self.tr("&Open the address book"))
        self._open.setAutoDefault(False)
        icons.bind(self._open, lambda: self._open.setIcon(icons.icon("address_book", px=16)))
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(
            caption(
                self.tr(
                    "It has a window of its own, which may stay open beside what you write. "
                    "You find it in the menu Library."
                )
            )
        )
        self.setFocusProxy(self._open)
        self.finish()
        self._open.clicked.connect(self.address_book_requested)
