"""Cards of the address book in words."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLocale

from newsdesk.domain.address_book import Card, is_stale
from newsdesk.domain.ids import OrganisationId
from newsdesk.domain.language import base
from newsdesk.domain.merging import Likeness
from newsdesk.domain.person import Organisation, Role
from newsdesk.ui.contact_words import office_line, search_words
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.inspector.typed_date import shown_date

Organisations = Mapping[OrganisationId, Organisation]
_DASH = "\N{EN DASH}"


def _tr(text: str) -> str:
    return translate("People", text)


LIKENESS: Mapping[Likeness, str] = {
    Likeness.NAME: QT_TRANSLATE_NOOP("People", "the same name"),
    Likeness.EMAIL: QT_TRANSLATE_NOOP("People", "the same e-mail address"),
    Likeness.PHONE: QT_TRANSLATE_NOOP("People", "the same number"),
}


def likeness_words(likeness: frozenset[Likeness]) -> str:
    """Return why cards may be one."""
    return ", ".join(_tr(LIKENESS[one]) for one in Likeness if one in likeness)


def title_in(texts: Mapping[str, str], language: str) -> str:
    """Return a text in a language, in English, or in any."""
    tags = (language, base(language), "en")
    return next((texts[tag] for tag in tags if texts.get(tag)), next(iter(texts.values()), ""))


def role_line(role: Role, organisations: Organisations, language: str) -> str:
    """Return what somebody was, and where."""
    one = organisations.get(role.organisation_id) if role.organisation_id else None
    office = title_in(one.names, language) if one else ""
    return ", ".join(filter(None, (title_in(role.titles, language), office)))


def span_words(first: date | None, last: date | None, locale: QLocale) -> str:
    """Return from when to when, as far as that is known."""
    if first is None and last is None:
        return ""
    if first is None and last is not None:
        return _tr(QT_TRANSLATE_NOOP("People", "until {day}")).format(day=shown_date(last, locale))
    if last is None and first is not None:
        return _tr(QT_TRANSLATE_NOOP("People", "since {day}")).format(day=shown_date(first, locale))
    assert first is not None
    assert last is not None
    return f"{shown_date(first, locale)} {_DASH} {shown_date(last, locale)}"


def detail_of(card: Card, organisations: Organisations, language: str, today: date) -> str:
    """Return the quieter line of a card in the list, with what needs looking at."""
    contact, person = card.contact, card.person
    parts: list[str] = []
    line = office_line(contact) if contact is not None else ""
    if not line and person is not None and (role := person.role_on(today)) is not None:
        line = role_line(role, organisations, language)
    parts.append(line)
    if contact is None:
        parts.append(_tr(QT_TRANSLATE_NOOP("People", "quoted")))
    elif not contact.is_active:
        parts.append(_tr(QT_TRANSLATE_NOOP("People", "not active")))
    elif is_stale(contact, today):
        parts.append(_tr(QT_TRANSLATE_NOOP("People", "to verify")))
    return " · ".join(filter(None, parts))


def found_by(card: Card, organisations: Organisations) -> str:
    """Return what a card is found by besides its name."""
    parts = [*card.names]
    if card.contact is not None:
        parts.append(search_words(card.contact))
    for role in card.person.roles if card.person else ():
        parts += role.titles.values()
        one = organisations.get(role.organisation_id) if role.organisation_id else None
        parts += one.names.values() if one else ()
    return " ".join(parts)
