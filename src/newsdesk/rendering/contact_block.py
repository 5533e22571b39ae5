"""The contacts of a release, as html and as plain text.

Only `exported_points` are read: what is not public never gets here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup, escape

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.fold import fold
from newsdesk.domain.language import Direction, direction
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.contact_words import ContactWords, contact_intro, contact_words
from newsdesk.rendering.one_line import one_line

_MARK = "\N{LEFT-TO-RIGHT MARK}"  # keeps the groups of a number in order inside Arabic plain text
_TRUNK_ZERO = re.compile(r"\(0\)")  # "+41 (0)22": dialled at home only
_NUMBER = re.compile(r"\+[0-9]{7,15}")  # E.164
_DIGITS = re.compile(r"[0-9]{1,10}")
_ADDRESS = re.compile(r"[^\s@<>\"]+@[^\s@<>\"/?#]+")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_OWN_SCHEMES = ("tel:", "mailto:")
_REL = Markup(' rel="noopener noreferrer"')
_LINKED_BY_PHONE = frozenset({PointKind.PHONE, PointKind.MOBILE, PointKind.WHATSAPP})


class ContactLayout(StrEnum):
    """How the items of one contact are set."""

    LINE = "line"  # one after the other
    BLOCK = "block"  # one to the line


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactItem:
    """A name, an office, a number: what stands between two commas."""

    label: str = ""  # "Tel: "
    words: str
    after: str = ""  # ", ext. 203", " (office hours)"
    href: str = ""  # safe, "" where there is nothing to link to
    is_name: bool = False
    is_number_or_address: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactGroup:
    """Contacts under one label; `label` is None for those that have none."""

    label: str | None
    lines: tuple[tuple[ContactItem, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBlock:
    """What a release prints under its body; empty (and false) without contacts."""

    intro: str
    groups: tuple[ContactGroup, ...]
    layout: ContactLayout
    comma: str
    direction: Direction

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def html(self) -> str:
        """A whole `<address>` element, safe to put into a page; "" without contacts."""
        if not self:
            return ""
        parts = [Markup('<p class="contact-intro">{}</p>').format(self.intro)]
        for group in self.groups:
            if group.label:
                parts.append(Markup('<p class="contact-group">{}</p>').format(group.label))
            between = Markup("<br>\n") if self.layout is ContactLayout.BLOCK else escape(self.comma)
            for line in group.lines:
                items = between.join(self._item_html(item) for item in line)
                parts.append(Markup('<p class="contact">{}</p>').format(items))
        return str(Markup('<address class="contacts">\n{}\n</address>').format(_lines(parts)))

    @property
    def text(self) -> str:
        """The same for plain text; contacts set as blocks have an empty line between them."""
        if not self:
            return ""
        is_block = self.layout is ContactLayout.BLOCK
        between = "\n" if is_block else self.comma
        paragraphs = [self.intro]
        for group in self.groups:
            paragraphs += [group.label] if group.label else []
            paragraphs += [between.join(map(self._item_text, line)) for line in group.lines]
        return ("\n\n" if is_block else "\n").join(paragraphs)

    @property
    def _is_rtl(self) -> bool:
        return self.direction is Direction.RIGHT_TO_LEFT

    def _item_html(self, item: ContactItem) -> Markup:
        words = escape(item.words)
        if item.href:
            rel = Markup() if item.href.startswith(_OWN_SCHEMES) else _REL
            words = Markup('<a href="{}"{}>{}</a>').format(item.href, rel, words)
        if self._is_rtl:
            direction = Markup(' dir="ltr"') if item.is_number_or_address else Markup("")
            words = Markup("<bdi{}>{}</bdi>").format(direction, words)
        if item.is_name:
            words = Markup("<strong>{}</strong>").format(words)
        return escape(item.label) + words + escape(item.after)

    def _item_text(self, item: ContactItem) -> str:
        is_marked = self._is_rtl and item.is_number_or_address
        words = f"{_MARK}{item.words}{_MARK}" if is_marked else item.words
        return f"{item.label}{words}{item.after}"


def contact_block(
    contacts: Sequence[ReleaseContact],
    *,
    language: str,
    newsroom: Newsroom,
    layout: ContactLayout = ContactLayout.LINE,
) -> ContactBlock:
    """Return the block of the public contacts: those of our own organisation first.

    Contacts with the same group label stand together, where the first of them stands.
    """
    words = contact_words(language, newsroom)
    groups: dict[str | None, list[tuple[ContactItem, ...]]] = {}
    for contact in sorted(contacts, key=lambda contact: not _is_own(contact, newsroom)):
        items = tuple(_items(contact, words)) if contact.public else ()
        if items:
            groups.setdefault(_group_label(contact, words), []).append(items)
    return ContactBlock(
        intro=one_line(contact_intro(language, newsroom)),
        groups=tuple(
            ContactGroup(label=label, lines=tuple(lines)) for label, lines in groups.items()
        ),
        layout=layout,
        comma=words.comma,
        direction=direction(language),
    )


def _lines(parts: list[Markup]) -> Markup:
    return Markup("\n").join(parts)


def _is_own(contact: ReleaseContact, newsroom: Newsroom) -> bool:
    office = f" {_bare(contact.office or '')} "
    own = (_bare(name) for name in (newsroom.organisation, newsroom.short_name))
    return any(name and f" {name} " in office for name in own)


def _bare(text: str) -> str:
    """Return folded words with one space between them and nothing else."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _group_label(contact: ReleaseContact, words: ContactWords) -> str | None:
    label = one_line(contact.group_label or "").rstrip(":： ")
    return label + words.colon.rstrip() if label else None


def _items(contact: ReleaseContact, words: ContactWords) -> Iterator[ContactItem]:
    is_name = True
    for field in (contact.display_name, contact.role_title, contact.office):
        line = one_line(field or "")
        if line:
            yield ContactItem(words=line, is_name=is_name)
            is_name = False
    for point in contact.exported_points:
        value = one_line(point.value)
        if value:
            yield _point(point, value, words)


def _point(point: ContactPoint, value: str, words: ContactWords) -> ContactItem:
    shown = one_line(point.display or "") if point.kind.is_number else ""
    extension = one_line(point.extension or "") if point.kind.is_number else ""
    usage = one_line(point.usage or "")
    after = f"{words.comma}{words.extension} {extension}" if extension else ""
    return ContactItem(
        label=words.label(point.kind),
        words=shown or value,
        after=f"{after} ({usage})" if usage else after,
        href=_href(point.kind, value, extension),
        is_number_or_address=True,
    )


def _href(kind: PointKind, value: str, extension: str) -> str:
    """Return where a point leads to.

    A number that is not international leads nowhere: dialled from abroad it is somebody else's.
    """
    if kind in _LINKED_BY_PHONE:
        number = re.sub(r"[^+0-9]", "", _TRUNK_ZERO.sub("", value))
        if not _NUMBER.fullmatch(number):
            return ""
        return f"tel:{number};ext={extension}" if _DIGITS.fullmatch(extension) else f"tel:{number}"
    if kind is PointKind.EMAIL and _ADDRESS.fullmatch(value):
        # `?`, `&`, `%` and line ends encoded: nothing can add a header to the message
        return f"mailto:{quote(value, safe='@!$*+-._~')}"
    if kind is PointKind.WEB and _WEB.fullmatch(value):
        return quote(value, safe=":/?#[]@!$&'()*+,;=%~")
    return ""
