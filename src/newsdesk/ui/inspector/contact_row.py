"""One contact of a release, and what of it is printed."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.contact import Contact, ContactPoint, ReleaseContact
from newsdesk.ui.contact_words import (
    POINT_ICONS,
    initials,
    kind_name,
    name_of,
    office_line,
    point_text,
)
from newsdesk.ui.inspector.foldable_row import FoldableRow, RowHead
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_button import ElidedButton
from newsdesk.ui.widgets.elided_check_box import ElidedCheckBox
from newsdesk.ui.widgets.labelled import add_labelled, caption, name_after
from newsdesk.ui.widgets.tab_order import put_in_order

_AVATAR_PX = 32
_POINT_PX = 16


class ContactRow(FoldableRow):
    """Shows one contact; opened, what of it is printed can be chosen.

    Signals:
        contact_edited(str, ReleaseContact, bool): what the user did, the contact as it is now, and
            whether it was a letter that was typed.
        entry_requested(): please open its entry in the address book.
        renewal_requested(): please print it as the address book has it now.
        entering_requested(): please add it to the address book.
    """

    contact_edited = Signal(str, object, bool)
    entry_requested = Signal()
    renewal_requested = Signal()
    entering_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        self._avatar = QLabel()
        self._avatar.setProperty("role", "avatar")
        self._avatar.setFixedSize(_AVATAR_PX, _AVATAR_PX)
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        super().__init__(RowHead(icons, leading=self._avatar), parent)
        self._icons = icons
        self._contact = ReleaseContact()
        self._entry: Contact | None = None
        self._is_book_known = False
        self._is_editable = False
        self._form: _Details | None = None
        head = self.head
        self._up = self.add_action(self.tr("Move up"), lambda: head.move_requested.emit(-1))
        self._down = self.add_action(self.tr("Move down"), lambda: head.move_requested.emit(1))
        self._remove = self.add_action(self.tr("Remove"), head.removal_requested.emit)
        icons.bind(self, self._show)

    @property
    def contact(self) -> ReleaseContact:
        return self._contact

    def set_contact(
        self,
        contact: ReleaseContact,
        entry: Contact | None,
        *,
        is_book_known: bool,
        is_editable: bool,
    ) -> None:
        """Show `contact`; `entry` is what the address book says of it, None if it is not there.

        Args:
            is_book_known: whether the address book was read.
        """
        self._contact, self._entry = contact, entry
        self._is_book_known, self._is_editable = is_book_known, is_editable
        self._show()

    @property
    def is_behind(self) -> bool:
        """Whether the address book says something else than what is printed."""
        return self._entry is not None and self._contact.renewed(self._entry) != self._contact

    def make_details(self) -> QWidget:
        details = _Details(self._icons)
        details.point_toggled.connect(self._on_point_toggled)
        details.public.clicked.connect(self._on_public_clicked)
        details.label.textEdited.connect(self._on_label_edited)
        details.edit_entry.clicked.connect(self.entry_requested)
        details.renew.clicked.connect(self.renewal_requested)
        details.enter.clicked.connect(self.entering_requested)
        details.remove.clicked.connect(self.head.removal_requested)
        self._form = details
        self._show()
        return details

    def _show(self) -> None:
        contact = self._contact
        name = name_of(contact) or self.tr("Nobody yet")
        self._avatar.setText(initials(name))
        self.head.set_texts(name, office_line(contact))
        self.head.set_movable(self._is_editable)
        for action in (self._up, self._down, self._remove):
            action.setEnabled(self._is_editable)
        if not contact.public:
            self.head.set_mark("private", "warn", self.tr("Not public: not printed"))
        elif self.is_behind:
            self.head.set_mark("refresh", "text3", self.tr("The address book says something else"))
        else:
            self.head.set_mark("public", "text3", "")
        if self._form is not None:
            self._show_details(self._form)

    def _show_details(self, details: "_Details") -> None:
        contact, is_editable = self._contact, self._is_editable
        details.show_points(contact, is_editable=is_editable)
        may_be_public = self._entry is None or self._entry.public
        details.public.setChecked(contact.public)
        details.public.setEnabled(is_editable and (may_be_public or contact.public))
        details.public_words.setVisible(not may_be_public)
        details.label.setEnabled(is_editable)
        if details.label.text() != (contact.group_label or ""):
            details.label.setText(contact.group_label or "")
        details.edit_entry.setVisible(self._entry is not None)
        details.renew.setVisible(self.is_behind)
        details.renew.setEnabled(is_editable)
        details.enter.setVisible(self._is_book_known and self._entry is None)
        details.enter.setEnabled(is_editable)
        details.remove.setEnabled(is_editable)
        for button in details.buttons():
            name_after(button, name_of(contact) or self.tr("Nobody yet"))

    def _on_point_toggled(self, point: ContactPoint) -> None:
        is_shown = point not in self._contact.withheld
        what = self.tr("Hide a number or address") if is_shown else self.tr("Show it again")
        changed = replace(self._contact, withheld=self._contact.withheld ^ {point})
        self.contact_edited.emit(what, changed, False)  # noqa: FBT003 - a signal takes no names

    @Slot(bool)
    def _on_public_clicked(self, is_public: bool) -> None:
        what = self.tr("Print a contact") if is_public else self.tr("Keep a contact back")
        changed = replace(self._contact, public=is_public)
        self.contact_edited.emit(what, changed, False)  # noqa: FBT003 - as above

    @Slot(str)
    def _on_label_edited(self, text: str) -> None:
        what = self.tr("Change the heading of {name}").format(name=name_of(self._contact))
        changed = replace(self._contact, group_label=text or None)
        self.contact_edited.emit(what, changed, True)  # noqa: FBT003 - as above


class _Details(QWidget):
    """What an opened row shows.

    Signals:
        point_toggled(ContactPoint): the user wants it shown, or not.
    """

    point_toggled = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: tuple[ContactPoint, ...] | None = None
        self._boxes: list[ElidedCheckBox] = []
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self._private_words = caption(self.tr("What is not public is never printed."))
        self.public = ElidedCheckBox(self.tr("Public: printed on this release"))
        self.public.setProperty("kind", "switch")
        self.public_words = caption(self.tr("Not public in the address book: never printed."))
        self.label = QLineEdit()
        self.label.setPlaceholderText(self.tr("In Bonn, Germany"))
        self.edit_entry = ElidedButton(self.tr("Edit in the address book…"))
        self.renew = ElidedButton(self.tr("Update from the address book"))
        self.enter = ElidedButton(self.tr("Add to the address book"))
        self.remove = ElidedButton(self.tr("Remove from this release"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 8, 10)
        layout.setSpacing(4)
        heading = QLabel(self.tr("Shown on this release"))
        heading.setProperty("role", "label")
        heading.setWordWrap(True)
        layout.addWidget(heading)
        layout.addLayout(self._points)
        layout.addWidget(self._private_words)
        layout.addSpacing(2)
        layout.addWidget(self.public)
        layout.addWidget(self.public_words)
        layout.addSpacing(4)
        add_labelled(layout, self.tr("Heading above this contact"), self.label).setWordWrap(True)
        for link in (self.renew, self.enter, self.edit_entry, self.remove):
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._put_in_order()

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Return those that are on every row."""
        return self.public, self.renew, self.enter, self.edit_entry, self.remove

    def show_points(self, contact: ReleaseContact, *, is_editable: bool) -> None:
        if contact.points != self._shown:
            self._make_boxes(contact.points)
        for box, point in zip(self._boxes, contact.points, strict=True):
            box.setChecked(point.public and point not in contact.withheld)
            box.setEnabled(is_editable and point.public and contact.public)
            words = self._words(point, contact)
            box.setText(words)
            box.setAccessibleName(f"{kind_name(point.kind)}: {words}")
        self._private_words.setVisible(any(not point.public for point in contact.points))

    def _words(self, point: ContactPoint, contact: ReleaseContact) -> str:
        text = point_text(point)
        if point.usage:
            text = f"{text} ({point.usage})"
        if not point.public:
            return self.tr("{point}, not public").format(point=text)
        return text if contact.public else self.tr("{point}, not printed").format(point=text)

    def _make_boxes(self, points: tuple[ContactPoint, ...]) -> None:
        self._shown = points
        for box in self._boxes:
            self._points.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for point in points:
            box = ElidedCheckBox()
            box.setIconSize(QSize(_POINT_PX, _POINT_PX))
            self._icons.bind(box, partial(self._show_icon, box, point))
            box.clicked.connect(partial(self._on_clicked, point))
            self._points.addWidget(box)
            box.show()
            self._boxes.append(box)
        self._put_in_order()

    def _put_in_order(self) -> None:
        links = (self.renew, self.enter, self.edit_entry, self.remove)
        put_in_order([*self._boxes, self.public, self.label, *links])

    def _show_icon(self, box: ElidedCheckBox, point: ContactPoint) -> None:
        box.setIcon(self._icons.icon(POINT_ICONS[point.kind], px=_POINT_PX))

    def _on_clicked(self, point: ContactPoint, _is_checked: bool = False) -> None:
        self.point_toggled.emit(point)
