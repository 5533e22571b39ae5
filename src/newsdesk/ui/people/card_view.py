"""One card of the address book, to be read."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.address_book import Card, Uses, is_covered, is_stale
from newsdesk.domain.contact import Contact, ContactPoint
from newsdesk.ui.contact_words import POINT_ICONS, kind_name, office_line, point_text
from newsdesk.ui.inspector.typed_date import shown_date
from newsdesk.ui.languages import language_name
from newsdesk.ui.people.card_words import Organisations, role_line, span_words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.entry_list import Entry, EntryList
from newsdesk.ui.widgets.labelled import caption

_ICON_PX = 16
_MARGIN = 24
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)


class CardView(QScrollArea):
    """Shows who it is, how to reach them, and where they stand.

    Signals:
        verified(): all of it was found right today.
        release_chosen(object): open the release of this key.
    """

    verified = Signal()
    release_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card_view")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icons = icons
        self._uses: EntryList | None = None
        self._uses_note: QLabel | None = None

    def show_card(
        self,
        card: Card,
        *,
        organisations: Organisations,
        cover: Card | None,
        language: str,
        today: date,
        is_editable: bool,
    ) -> None:
        """Show a card; where it is used is told by `show_uses` when that is known.

        Args:
            cover: who answers for the contact, today or later.
            language: of titles.
        """
        page = QWidget()
        page.setObjectName("page_content")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, _MARGIN)
        column.setSpacing(4)
        self._add_head(column, card)
        if card.contact is not None:
            self._add_contact(column, card.contact, cover, today, is_editable=is_editable)
        if card.person is not None and card.person.roles:
            column.addSpacing(12)
            column.addWidget(_heading(self.tr("Roles")))
            for role in card.person.roles:
                said = role_line(role, organisations, language)
                span = span_words(role.valid_from, role.valid_to, self.locale())
                column.addWidget(_text(said, strong=role.is_held(today)))
                if span:
                    column.addWidget(caption(span))
        self._add_uses(column)
        column.addStretch(1)
        if self.isRightToLeft():  # Qt goes by the letters of each label
            for label in page.findChildren(QLabel):
                label.setAlignment(_RIGHT)
        self.setWidget(page)

    def show_uses(self, uses: Uses) -> None:
        """Show the releases in which the card stands."""
        if self._uses is None or self._uses_note is None:
            return
        self._uses.set_entries(
            [
                Entry(one.release.id, one.release.headline or self.tr("Untitled"), said)
                for one in uses.uses
                for said in [self._said(is_contact=one.is_contact, is_quoted=one.is_quoted)]
            ]
        )
        self._uses.setVisible(bool(uses.uses))
        row = self._uses.sizeHintForRow(0) if uses.uses else 0
        self._uses.setFixedHeight(min(len(uses.uses), 6) * (row + 1) + 10)
        self._uses_note.setText(self._summary(uses))

    def clear(self) -> None:
        self._uses = self._uses_note = None
        self.setWidget(QWidget())

    def _said(self, *, is_contact: bool, is_quoted: bool) -> str:
        if is_contact and is_quoted:
            return self.tr("contact and quoted")
        return self.tr("contact") if is_contact else self.tr("quoted")

    def _summary(self, uses: Uses) -> str:
        if not uses.total:
            return self.tr("No release names them as a contact or quotes them.")
        text = self.tr("Releases: {n}").format(n=self.locale().toString(uses.total))
        if uses.named > uses.looked_through:
            text += " · " + self.tr("quotes: the newest {n} that write the name").format(
                n=self.locale().toString(uses.looked_through)
            )
        return text

    def _add_head(self, column: QVBoxLayout, card: Card) -> None:
        name = QLabel(card.name)
        name.setObjectName("card_name")
        name.setProperty("role", "title")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(name)
        if card.contact is not None and (line := office_line(card.contact)):
            column.addWidget(_text(line))
        others = [one for one in card.names if one != card.name]
        if others:
            said = self.tr("Also written: {names}").format(names=", ".join(others))
            column.addWidget(_plain(caption(said)))

    def _add_contact(
        self,
        column: QVBoxLayout,
        contact: Contact,
        cover: Card | None,
        today: date,
        *,
        is_editable: bool,
    ) -> None:
        column.addSpacing(12)
        for point in contact.points:
            column.addLayout(self._point_line(point))
        if not contact.points:
            column.addWidget(caption(self.tr("No number and no address yet.")))
        said: list[str] = []
        if contact.languages:
            said.append(", ".join(map(language_name, contact.languages)))
        said += filter(None, (contact.hours, contact.tz))
        if said:
            column.addWidget(_plain(caption(" · ".join(said))))
        states: list[str] = []
        if not contact.public:
            states.append(self.tr("Not public: printed in no release."))
        if not contact.is_active:
            states.append(self.tr("Not active: not offered when contacts are added."))
        for state in states:
            column.addWidget(caption(state))
        if cover is not None:
            column.addWidget(_plain(caption(self._cover_words(contact, cover, today))))
        column.addSpacing(8)
        column.addLayout(self._verified_line(contact, today, is_editable=is_editable))

    def _cover_words(self, contact: Contact, cover: Card, today: date) -> str:
        span = span_words(contact.cover_from, contact.cover_to, self.locale())
        if is_covered(contact, today):
            said = self.tr("Covered by {name}").format(name=cover.name)
        else:
            said = self.tr("Cover: {name}").format(name=cover.name)
        return ", ".join(filter(None, (said, span)))

    def _point_line(self, point: ContactPoint) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        icon = QLabel()
        self._icons.bind(
            icon,
            lambda: icon.setPixmap(
                self._icons.icon(POINT_ICONS[point.kind], px=_ICON_PX).pixmap(_ICON_PX, _ICON_PX)
            ),
        )
        icon.setAccessibleName(kind_name(point.kind))
        icon.setToolTip(kind_name(point.kind))
        line.addWidget(icon)
        text = QLabel(point_text(point))
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{kind_name(point.kind)}: {point_text(point)}")
        line.addWidget(text)
        notes = [point.usage or "", "" if point.public else self.tr("not public")]
        if any(notes):
            note = _plain(caption(" · ".join(filter(None, notes))))
            note.setWordWrap(False)
            line.addWidget(note)
        line.addStretch(1)
        return line

    def _verified_line(self, contact: Contact, today: date, *, is_editable: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        stale = is_stale(contact, today)
        if contact.last_verified is None:
            said = self.tr("Never verified")
        else:
            day = shown_date(contact.last_verified, self.locale())
            said = self.tr("Last verified {day}").format(day=day)
            if stale:
                said = self.tr("{verified}, more than a year ago").format(verified=said)
        label = QLabel(said)
        label.setObjectName("verified")
        label.setProperty("role", "warning" if stale else "ok")
        line.addWidget(label)
        button = link_button(self.tr("&Verified today"))
        button.setObjectName("verify")
        button.setToolTip(self.tr("All of it was found right today"))
        button.setVisible(is_editable and contact.last_verified != today)
        button.clicked.connect(self.verified)
        line.addWidget(button)
        line.addStretch(1)
        return line

    def _add_uses(self, column: QVBoxLayout) -> None:
        column.addSpacing(16)
        column.addWidget(_heading(self.tr("Where used")))
        self._uses_note = caption(self.tr("Looking…"))
        column.addWidget(self._uses_note)
        self._uses = EntryList(self.tr("Where used"))
        self._uses.setToolTip(self.tr("Enter or a double click opens the release"))
        self._uses.hide()
        self._uses.entry_activated.connect(self.release_chosen)
        column.addWidget(self._uses)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _text(text: str, *, strong: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if strong:
        label.setProperty("role", "name")
    return label


def _plain(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
