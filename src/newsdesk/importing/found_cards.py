"""What a file of contacts holds: cards, and what could not be read."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from newsdesk.domain.address_book import Card, sort_name_of
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.errors import FieldError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.language import normalised
from newsdesk.domain.person import Person, TypedRole

LONGEST_FIELD = 2000  # characters; what is longer is no name and no number
MOST_CARDS = 100_000

_NEW = UUID(int=0)
_SHORTEST, _LONGEST = 5, 15  # digits that can be dialled, an extension at home or E.164
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MOJIBAKE = ("Ã", "Â", "â€", "Ð", "\ufffd")  # UTF-8 that was read as something else


class Doubt(StrEnum):
    """Why somebody should look at a card before it is taken."""

    EMAIL = "email"  # an address without an @
    NUMBER = "number"  # more or fewer digits than can be dialled
    LETTERS = "letters"  # they look as if they had been read wrongly before
    PART = "part"  # a property that cannot be read was left out
    COLUMNS = "columns"  # more cells than columns have a heading
    DATE = "date"
    SAME_NAME = "same_name"  # somebody else is called so
    OTHER_NAME = "other_name"  # the mailbox or number is in the book under another name


class RowProblem(StrEnum):
    """Why one card of a file cannot be taken."""

    NOBODY = "nobody"  # neither a name nor an office
    TOO_LONG = "too_long"
    CUT_OFF = "cut_off"  # the file ends within it


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCard:
    """A card as a file has it, under no key yet; numbers are as typed."""

    line: int  # from 1
    card: Card
    roles: tuple[TypedRole, ...] = ()
    key: UUID | None = None  # that it had in the book it came from
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBook:
    """All that was read of a file."""

    cards: tuple[FoundCard, ...] = ()
    refused: tuple[tuple[int, RowProblem], ...] = ()  # lines, and why
    encoding: str | None = None  # where it was guessed
    columns: tuple[tuple[str, str], ...] = ()  # of a table: its headings and what they were read as


@dataclass(slots=True)
class CardParts:
    """The parts of a card as they are read one by one."""

    line: int
    name: str = ""
    sort_name: str = ""
    variants: list[str] = field(default_factory=list[str])
    role_title: str = ""
    office: str = ""
    points: list[ContactPoint] = field(default_factory=list[ContactPoint])
    languages: list[str] = field(default_factory=list[str])
    tz: str = ""
    hours: str = ""
    is_public: bool = True
    is_active: bool = True
    last_verified: str = ""
    roles: list[TypedRole] = field(default_factory=list[TypedRole])
    key: UUID | None = None
    doubts: set[Doubt] = field(default_factory=set[Doubt])

    def add_point(
        self, kind: PointKind, text: str, *, public: bool = True, usage: str | None = None
    ) -> None:
        """Note a number or an address, once."""
        text = text.strip()
        if text and all((one.kind, one.value) != (kind, text) for one in self.points):
            self.points.append(ContactPoint(kind=kind, value=text, public=public, usage=usage))

    def found(self) -> FoundCard | RowProblem:
        """Return the card, or why there is none."""
        texts = [self.name, self.sort_name, self.office, self.role_title, self.hours, self.tz]
        texts += [*self.variants, *(one.value for one in self.points)]
        if any(len(text) > LONGEST_FIELD for text in texts):
            return RowProblem.TOO_LONG
        name, office = one_line(self.name), one_line(self.office)
        if name == office:  # a company's card
            name = ""
        if not name and not office:
            return RowProblem.NOBODY
        self.doubts |= {d for one in self.points if (d := _doubt_of(one)) is not None}
        if any(sign in text for sign in _MOJIBAKE for text in texts):
            self.doubts.add(Doubt.LETTERS)
        card = Card(person=self._person(name), contact=self._contact(name, office))
        return FoundCard(
            line=self.line,
            card=card,
            roles=tuple(self.roles),
            key=self.key,
            doubts=frozenset(self.doubts),
        )

    def _person(self, name: str) -> Person | None:
        """Return who is quoted: somebody of whom more is known than a contact holds."""
        others = [one_line(text) for text in self.variants]
        variants = tuple(dict.fromkeys(one for one in others if one and one != name))
        sort_name = one_line(self.sort_name)
        is_known = variants or self.roles or sort_name not in ("", name, sort_name_of(name))
        if not name or not is_known:
            return None
        return Person(
            id=PersonId(_NEW),
            display_name=name,
            sort_name=sort_name,
            variants=variants,
        )

    def _contact(self, name: str, office: str) -> Contact | None:
        title = one_line(self.role_title)
        if any(title in role.titles.values() for role in self.roles):
            title = ""  # said of the person, with its days
        is_asked = bool(self.points or office or title)
        if not is_asked and self.roles:
            return None  # quoted, and nobody to be asked
        return Contact(
            id=ContactId(_NEW),
            display_name=name,
            role_title=title or None,
            office=office or None,
            languages=tuple(dict.fromkeys(filter(None, map(_tag, self.languages)))),
            tz=self.tz.strip() or None,
            hours=one_line(self.hours) or None,
            is_active=self.is_active,
            public=self.is_public,
            last_verified=read_day(self.last_verified),
            points=tuple(self.points),
        )


def one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def read_day(text: str) -> date | None:
    """Return a day as ISO 8601 writes it; None for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _tag(text: str) -> str:
    try:
        return normalised(text.strip())
    except FieldError:
        return ""


def _doubt_of(point: ContactPoint) -> Doubt | None:
    if point.kind is PointKind.EMAIL:
        return None if _is_address(point.value) else Doubt.EMAIL
    if point.kind.is_number:
        number = re.split(r"[^\d\s()+./–-]", point.value, maxsplit=1)[0]
        digits = sum(map(str.isdigit, number))
        return None if _SHORTEST <= digits <= _LONGEST else Doubt.NUMBER
    return None


def _is_address(text: str) -> bool:
    return re.fullmatch(r"[^@\s]+@[^@\s]+", text) is not None
