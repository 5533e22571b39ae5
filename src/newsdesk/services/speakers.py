"""Who may be quoted: the people and the contacts of the address book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import OrganisationId, PersonId
from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.person import Organisation, Person
from newsdesk.rendering.attributed_quote import title_line
from newsdesk.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody as one release would name them."""

    name: str
    title: str = ""  # role and office, as far as they are known
    words: str = ""  # what else they are found by


class SpeakerService:
    """Reads the books; it stores nothing."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self, language: str, day: date) -> list[Speaker]:
        """Return everybody with a name of their own, by name, each once.

        Args:
            language: of the release; titles fall back as the newsroom says.
            day: of the release: titles are those that were held then.
        """
        with self._workplace.database.reading() as work:
            newsroom = work.newsroom.get()
            people, contacts = work.people.all(), work.contacts.all()
            organisations = {one.id: one for one in work.people.organisations.all()}
        known = {one.id: _spoken(one, organisations, language, newsroom, day) for one in people}
        named = (contact for contact in contacts if contact.display_name.strip())
        return _each_once([*known.values(), *(_of_contact(one, language, known) for one in named)])


def in_language(texts: Mapping[str, str], language: str, newsroom: Newsroom) -> str:
    """Return a text in a language, in what the newsroom falls back to, in English, or in any."""
    tags = (language, base(language), newsroom.fallbacks.get(language, ""), "en")
    return next((texts[tag] for tag in tags if texts.get(tag)), next(iter(texts.values()), ""))


def _spoken(
    person: Person,
    organisations: Mapping[OrganisationId, Organisation],
    language: str,
    newsroom: Newsroom,
    day: date,
) -> Speaker:
    title = ""
    if (role := person.role_on(day)) is not None:
        office = organisations.get(role.organisation_id) if role.organisation_id else None
        office_name = in_language(office.names, language, newsroom) if office else ""
        title = title_line(in_language(role.titles, language, newsroom), office_name, language)
    return Speaker(name=person.display_name, title=title, words=" ".join(person.variants))


def _of_contact(contact: Contact, language: str, people: Mapping[PersonId, Speaker]) -> Speaker:
    title = title_line(contact.role_title or "", contact.office or "", language)
    person = people.get(contact.person_id) if contact.person_id else None
    if person is not None:  # the same, with titles in the languages they are known in
        return Speaker(name=person.name, title=person.title or title, words=person.words)
    return Speaker(name=contact.display_name, title=title)


def _each_once(found: Sequence[Speaker]) -> list[Speaker]:
    by_identity: dict[tuple[str, str], Speaker] = {}
    for one in found:
        by_identity.setdefault((fold(one.name), fold(one.title)), one)
    titled = {name for name, title in by_identity if title}
    kept = [one for (name, title), one in by_identity.items() if title or name not in titled]
    return sorted(kept, key=lambda one: (fold(one.name), fold(one.title)))
