"""Contact blocks to press contacts (design: Rules, Contacts)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.fold import fold
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.contact_parts import (
    Part,
    PartKind,
    heading_of,
    intro_end,
    names_office,
    parts_of,
)
from newsdesk.importing.contact_points import find_points
from newsdesk.importing.contact_wording import COMPANY_LABEL, HIDDEN_MAIL, LABEL, NAME_LABEL
from newsdesk.importing.lines import Line
from newsdesk.importing.mailboxes import is_mailbox_of, mailbox_flags
from newsdesk.importing.phone_numbers import dialled
from newsdesk.rendering.person_names import without_titles

_MOST_CONTACTS = 60
_LONGEST_LINE = 600
_MAY_HOLD_POINT = re.compile(r"(?:\d\D{0,3}){6}|@|[\[({<]\s?at|protected\]|arroba", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactReading:
    """One contact, where it stood and what was odd about it."""

    contact: ReleaseContact
    first_line: int
    last_line: int
    confidence: Confidence
    flags: tuple[str, ...] = ()


def introduces_contact(text: str) -> bool:
    """Tell whether a paragraph begins with the words that introduce a press contact."""
    return intro_end(text) > 0


def names_at_once(text: str) -> bool:
    """Tell whether a label has its answer on the same line: `Contact: Jane Roe`."""
    head = text[:_LONGEST_LINE]
    label = LABEL.match(head) or NAME_LABEL.match(head)
    return label is not None and label[0].rstrip().endswith((":", "：")) and label.end() < len(text)


def names_company(text: str) -> bool:
    """Tell whether a line is the company's in a form: `Company Name: Acme`."""
    match = COMPANY_LABEL.match(text[:_LONGEST_LINE])
    return match is not None and match.end() < len(text) <= _LONGEST_LINE


def is_only_intro(text: str) -> bool:
    """Tell whether a paragraph says nothing more than that a contact follows."""
    return bool(end := intro_end(text)) and not text[end:].strip(" :*_#.")


def has_point(text: str) -> bool:
    """Tell whether a line of a contact block has a number or an e-mail address in it."""
    return _has_point(text[:_LONGEST_LINE])


@lru_cache(maxsize=1_024)  # one line is asked about several times
def _has_point(text: str) -> bool:
    if not _MAY_HOLD_POINT.search(text):
        return False
    if HIDDEN_MAIL.search(text):
        return True
    return any(point.kind is not PointKind.WEB for point in find_points(text))


def read_contacts(
    lines: Sequence[Line], *, gazetteer: Gazetteer, country_code: str | None = None
) -> tuple[ContactReading, ...]:
    """Return the contacts of the one block there is."""
    return ContactReader(gazetteer).read(lines, country_code)


class ContactReader:
    """Reads blocks of one text; a line that is read again is not taken apart again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._parts: dict[Line, tuple[Part, ...]] = {}

    def read(
        self, lines: Sequence[Line], country_code: str | None = None
    ) -> tuple[ContactReading, ...]:
        """Return the contacts of a block.

        Args:
            country_code: where the release is from, for numbers without a country's code.
        """
        parts = [part for line in lines for part in self._parts_of(line)]
        found = _Assembly(_joined_names(parts)).run()
        return tuple(_Finished(one, self._gazetteer, country_code).reading() for one in found)

    def _parts_of(self, line: Line) -> tuple[Part, ...]:
        parts = self._parts.get(line)
        if parts is None:
            parts = self._parts[line] = tuple(parts_of(line, self._gazetteer))
        return parts


def _joined_names(parts: list[Part]) -> list[Part]:
    """A name over two lines is one: "Katrin", "Gotz"."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _is_single_name(last)
            and _is_single_name(part)
            and part.line == last.line + 1
            and not any(one.kind is PartKind.PERSON for one in joined)
        ):
            joined[-1] = replace(last, kind=PartKind.PERSON, text=f"{last.text} {part.text}")
        else:
            joined.append(part)
    return joined


def _is_single_name(part: Part) -> bool:
    word = part.text
    return part.kind is PartKind.OFFICE and word.isalpha() and word.istitle()


@dataclass(slots=True)
class _Found:
    """A contact as it is put together."""

    names: list[str] = field(default_factory=list[str])
    role: str = ""
    office: list[str] = field(default_factory=list[str])
    parts: list[Part] = field(default_factory=list[Part])
    heading: str = ""  # "Media contact", where it is no sentence
    group: str | None = None
    rival: str = ""  # a line below the name that may be a person too, or the office
    has_role_below: bool = False  # the rival has: then it is the person
    flags: list[str] = field(default_factory=list[str])
    first_line: int = -1
    last_line: int = -1

    @property
    def is_empty(self) -> bool:
        return not (self.names or self.role or self.office or self.parts)

    @property
    def kinds(self) -> set[bool]:
        """Whether the points so far are addresses (True), numbers (False)."""
        return {_is_mail(part) for part in self.parts}

    def takes(self, line: int) -> None:
        self.first_line = line if self.first_line < 0 else self.first_line
        self.last_line = line


class _Assembly:
    """Parts to contacts: a new one begins with a name or office behind numbers and addresses."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._found: list[_Found] = []
        self._now = _Found()
        self._group: str | None = None
        self._heading = ""

    def run(self) -> list[_Found]:
        for at, part in enumerate(self._parts):
            if part.kind is PartKind.GROUP:
                self._close()
                self._group = part.text
            elif part.kind is PartKind.INTRO:
                self._intro(at, part)
            elif part.kind is PartKind.POINT:
                self._now.parts.append(part)
                self._now.flags.extend(part.flags)
                self._now.takes(part.line)
            else:
                self._words(at, part)
        self._close()
        headings = {one.heading for one in self._found}
        for one in self._found:
            one.group = one.group or (one.heading if len(headings) > 1 else None) or None
        return self._found[:_MOST_CONTACTS]

    def _is_alone(self, at: int) -> bool:
        """Tell whether nothing stands behind a part on its line."""
        following = self._parts[at + 1] if at + 1 < len(self._parts) else None
        return following is None or following.line != self._parts[at].line

    def _intro(self, at: int, part: Part) -> None:
        if part.flags:
            target = self._found[-1] if self._now.is_empty and self._found else self._now
            target.flags.extend(part.flags)
            target.takes(part.line)
        elif self._now.parts:
            self._close()
        elif self._heading and not self._now.names and self._is_alone(at):
            self._now = _Found()  # the title of a section, with the label of a contact below it
        if part.text:
            self._now.takes(part.line)
            self._heading = heading_of(part.text)

    def _words(self, at: int, part: Part) -> None:
        now = self._now
        if part.kind is PartKind.PERSON:
            is_another = part.line != now.last_line and (now.parts or now.names)
            is_below = part.line != now.last_line or bool(now.role) or not part.is_listed
            may_be_office = is_below and not (now.rival or now.office)
            may_be_office = may_be_office and not (now.role and self._has_role(at))
            is_beside = bool(now.names) and not is_another and not self._has_points_of_its_own(at)
            is_bare = not now.parts or (is_beside and not part.is_listed)
            if now.names and is_bare and (may_be_office or _is_uncased(part.text)):
                # an office of two capitalised words, or in letters without capitals, looks the same
                now.rival, now.has_role_below = part.text, not now.role and self._has_role(at)
                now.office.append(part.text)
            else:
                if is_another or (now.parts and now.names):
                    self._close()
                self._now.names.append(part.text)
        else:
            if now.parts and self._begins_another(at, part):
                self._close()
            if part.kind is PartKind.ROLE and not self._now.role:
                self._now.role = part.text
            else:
                self._now.office.append(part.text)
                self._now.flags.extend(["address"] * (part.kind is PartKind.ADDRESS))
        self._now.takes(part.line)

    def _has_points_of_its_own(self, at: int) -> bool:
        """Tell whether points follow of a kind that the contact at hand has already."""
        following: set[bool] = set()
        for other in self._parts[at + 1 :]:
            if other.kind in {PartKind.PERSON, PartKind.GROUP, PartKind.INTRO}:
                break
            if other.kind is PartKind.POINT:
                following.add(_is_mail(other))
        return bool(following & self._now.kinds)

    def _has_role(self, at: int) -> bool:
        """Tell whether a role follows: that of another person, an office has none."""
        return at + 1 < len(self._parts) and self._parts[at + 1].kind is PartKind.ROLE

    def _begins_another(self, at: int, part: Part) -> bool:
        """An office behind points begins a contact if points of its own follow it."""
        if part.kind is PartKind.ADDRESS or part.line == self._now.last_line:
            return False
        following: set[bool] = set()
        for other in self._parts[at + 1 :]:
            if other.kind in {PartKind.PERSON, PartKind.GROUP, PartKind.INTRO}:
                if other.kind is PartKind.PERSON and not following:
                    return True
                break
            if other.kind is PartKind.POINT:
                following.add(_is_mail(other))
        return bool(following & self._now.kinds)

    def _close(self) -> None:
        if not self._now.is_empty:
            self._now.group = self._group
            self._now.heading = self._heading
            self._found.extend(_one_each(self._now))
        self._now = _Found()


def _is_uncased(text: str) -> bool:
    return text[:1].lower() == text[:1].upper()


def _is_mail(part: Part) -> bool:
    return part.point is not None and part.point.kind is PointKind.EMAIL


def _one_each(found: _Found) -> list[_Found]:
    """Two names before one number share it, if each is listed as a name or has a mailbox."""
    mailboxes = [part.text.partition("@")[0] for part in found.parts if _is_mail(part)]
    rival = found.rival
    if rival and all(any(is_mailbox_of(n, m) for m in mailboxes) for n in (rival, *found.names)):
        office = [one for one in found.office if one != rival]
        found = replace(found, names=[*found.names, rival], office=office, rival="")
    if len(found.names) < 2:
        return [found]
    return [replace(found, names=[name], flags=[*found.flags]) for name in found.names]


class _Finished:
    """A contact with its values normalised and its oddities named."""

    def __init__(self, found: _Found, gazetteer: Gazetteer, country_code: str | None) -> None:
        self._found = found
        self._gazetteer = gazetteer
        self._flags = dict.fromkeys(found.flags)
        self._country = self._country_of(found) or country_code

    def reading(self) -> ContactReading:
        found = self._found
        if found.rival and self._is_swapped(found.names[0], found.rival):
            found.office[found.office.index(found.rival)] = found.names[0]
            found.names[0] = found.rival
        title, name = without_titles(found.names[0]) if found.names else ("", "")
        office = ", ".join(found.office)
        if not office and names_office(found.heading):
            office, found.group = found.heading, None
        if name and self._is_organisation(name):
            office, name, title = ", ".join(filter(None, [name, office])), "", ""
        points = self._points()
        self._flag(name, points)
        contact = ReleaseContact(
            display_name=name,
            role_title=", ".join(filter(None, [title, found.role])) or None,
            office=office or None,
            points=points,
            group_label=found.group,
        )
        is_sure = any(point.kind is not PointKind.WEB for point in points) or bool(name)
        return ContactReading(
            contact=contact,
            first_line=found.first_line,
            last_line=found.last_line,
            confidence=Confidence.HIGH if is_sure else Confidence.LOW,
            flags=tuple(self._flags),
        )

    def _points(self) -> tuple[ContactPoint, ...]:
        points: dict[tuple[PointKind, str, str | None], ContactPoint] = {}
        for part in self._found.parts:
            point = part.point
            assert point is not None
            if not point.kind.is_number:
                made = ContactPoint(kind=point.kind, value=point.text)
            else:
                number = dialled(point.text, self._country)
                self._flags.update(dict.fromkeys(number.flags))
                made = ContactPoint(
                    kind=point.kind,
                    value=number.value,
                    display=point.text,
                    extension=point.extension,
                )
            points.setdefault((made.kind, made.value.lower(), made.extension), made)
        return tuple(points.values())

    def _country_of(self, found: _Found) -> str | None:
        """Return the one country that the office or the group's heading names."""
        words = " ".join([*found.office, found.group or ""]).replace(",", " ").split()
        codes = {
            place.country_code
            for size in (1, 2, 3)
            for at in range(len(words) - size + 1)
            if words[at][:1].isupper() or not words[at][:1].islower()
            for place in self._gazetteer.named(" ".join(words[at : at + size]))
        }
        return codes.pop() if len(codes) == 1 else None

    def _is_swapped(self, first: str, second: str) -> bool:
        """Tell from the addresses whether the office stands above the name."""
        if self._is_organisation(first):
            return True
        mailboxes = [part.text.partition("@")[0] for part in self._found.parts if _is_mail(part)]
        if any(is_mailbox_of(first, one) for one in mailboxes):
            return False
        return self._found.has_role_below or any(is_mailbox_of(second, one) for one in mailboxes)

    def _is_organisation(self, name: str) -> bool:
        """A name that is all of its own address's domain: "Acme Formula", x@acmeformula.com."""
        letters = "".join(filter(str.isalnum, fold(name)))
        domains = [part.text.rpartition("@")[2] for part in self._found.parts if _is_mail(part)]
        return any(letters in domain.replace("-", "").replace(".", "") for domain in domains)

    def _flag(self, name: str, points: Sequence[ContactPoint]) -> None:
        emails = [point.value for point in points if point.kind is PointKind.EMAIL]
        if emails:
            self._flags.pop("email_label_empty", None)
        if not any(point.kind.is_number for point in points):
            self._flags["no_phone"] = None
        if not emails and not self._flags.keys() & {"email_label_empty", "markup_debris"}:
            self._flags["no_email"] = None
        for email in emails:
            self._flags.update(dict.fromkeys(mailbox_flags(name, email.partition("@")[0])))
