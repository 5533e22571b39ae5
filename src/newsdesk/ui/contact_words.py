"""How contacts and the ways to reach them are called and shown."""

from collections.abc import Mapping

from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

POINT_ICONS: Mapping[PointKind, str] = {
    PointKind.PHONE: "call",
    PointKind.MOBILE: "mobile",
    PointKind.EMAIL: "email",
    PointKind.FAX: "fax",
    PointKind.WHATSAPP: "whatsapp",
    PointKind.WEB: "web",
}
_KINDS: Mapping[PointKind, str] = {
    PointKind.PHONE: QT_TRANSLATE_NOOP("Contacts", "Telephone"),
    PointKind.MOBILE: QT_TRANSLATE_NOOP("Contacts", "Mobile"),
    PointKind.EMAIL: QT_TRANSLATE_NOOP("Contacts", "E-mail"),
    PointKind.FAX: QT_TRANSLATE_NOOP("Contacts", "Fax"),
    PointKind.WHATSAPP: QT_TRANSLATE_NOOP("Contacts", "WhatsApp"),
    PointKind.WEB: QT_TRANSLATE_NOOP("Contacts", "Web"),
}
_ISOLATE, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def kind_name(kind: PointKind) -> str:
    return translate("Contacts", _KINDS[kind])


def name_of(contact: Contact | ReleaseContact) -> str:
    """Return whom the press asks: a person, or an office."""
    return contact.display_name or contact.office or ""


def office_line(contact: Contact | ReleaseContact) -> str:
    """Return role and office, or the first way to reach somebody who has neither."""
    office = contact.office if contact.display_name else ""
    line = " · ".join(filter(None, (contact.role_title, office)))
    if line:
        return line
    shown = [point for point in contact.points if point.public]
    return point_text(shown[0]) if shown else ""


def point_text(point: ContactPoint) -> str:
    """Return a number as printed, or an address; in order also where text runs from the right."""
    return f"{_ISOLATE}{typed_text(point)}{_END}"


def typed_text(point: ContactPoint) -> str:
    """Return a number or an address as somebody would type it."""
    text = point.display or point.value
    return f"{text} ext. {point.extension}" if point.extension else text


def initials(name: str) -> str:
    """Return the one or two letters that stand for a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    if not words[0][0].isascii() and words[0][0].lower() == words[0][0].upper():
        return words[0][0]  # a script without capitals: two letters of it would run together
    first, last = words[0][0], words[-1][0] if len(words) > 1 else ""
    return f"{first}{last}".upper()


def search_words(contact: Contact) -> str:
    """Return what an entry of the address book is found by, besides its name."""
    points = (f"{point.value} {point.display or ''}" for point in contact.points)
    return " ".join([contact.role_title or "", contact.office or "", *points])
