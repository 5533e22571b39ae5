"""What can be put into the text of a release, ready to be inserted.

Not imported before something is inserted: it takes Babel along.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from newsdesk.domain.boilerplate import Boilerplate
from newsdesk.domain.contact import Contact, ReleaseContact
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.snippet import Snippet
from newsdesk.rendering.attributed_quote import Attribution, attributed_quote
from newsdesk.rendering.contact_markdown import contact_markdown
from newsdesk.rendering.dateline import dateline_words
from newsdesk.rendering.dates import DateStyle, long_date
from newsdesk.rendering.placeholders import SELECTION, filled
from newsdesk.rendering.release_blocks import embargo_words
from newsdesk.rendering.release_day import release_day
from newsdesk.rendering.today import today_words
from newsdesk.services.speakers import Speaker

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class Line(Enum):
    """A few words that follow from the release alone; no word itself, which a list would keep."""

    TODAY = auto()
    LONG_DATE = auto()
    EMBARGO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text that goes in as it is."""

    text: str  # Markdown
    is_block: bool  # paragraphs of its own
    caret: int | None = None  # characters into it; None is behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What the newsroom has for one release."""

    speakers: Sequence[Speaker]
    contacts: Sequence[Contact]  # that may be printed
    is_address_book_empty: bool
    boilerplates: Sequence[Boilerplate]  # in the language and valid on the day
    snippets: Sequence[Snippet]  # for the language


def read_books(desk: "Desk", release: Release, day: date) -> Books:
    contacts = desk.contacts.all()
    return Books(
        speakers=desk.speakers.all(release.language, day),
        contacts=[one for one in contacts if one.is_active and one.public],
        is_address_book_empty=not contacts,
        boilerplates=desk.boilerplates.valid_on(day, release.language),
        snippets=[one for one in desk.snippets.all() if one.is_for(release.language)],
    )


class Pieces:
    """Writes them for one release as it is now."""

    def __init__(
        self, release: Release, newsroom: Newsroom, now: datetime, selection: str = ""
    ) -> None:
        """`selection` is what is selected in the text, for snippets that go around it."""
        self.release_id = release.id
        self._release = release
        self._newsroom = newsroom
        self._selection = selection
        self._style = DateStyle.of(newsroom)
        self.day = release_day(release, newsroom, now)

    @property
    def language(self) -> str:
        return self._release.language

    def of(self, value: object) -> Piece | None:
        """Return an entry of the books, or a line, as it is inserted; None if it is neither."""
        match value:
            case Contact():
                return self.contact(value)
            case Boilerplate():
                return self.boilerplate(value)
            case Snippet():
                return self.snippet(value)
            case Line():
                return self.line(value)
            case _:
                return None

    def shown(self, value: object) -> str:
        """Return what somebody sees of it before it is inserted."""
        if isinstance(value, Speaker):
            return self.quote_of(value)
        piece = self.of(value)
        return piece.text if piece is not None else ""

    def line(self, line: Line) -> Piece | None:
        """Return it; None for that of an embargo if there is none."""
        match line:
            case Line.TODAY:
                return Piece(text=today_words(self.day, self.language, self._style), is_block=False)
            case Line.LONG_DATE:
                return Piece(text=long_date(self.day, self.language, self._style), is_block=False)
            case Line.EMBARGO:
                words = embargo_words(self._release, self._newsroom)
                return Piece(text=f"**{words}**", is_block=True) if words else None

    def contact(self, contact: Contact) -> Piece:
        line = contact_markdown(
            ReleaseContact.of(contact), language=self.language, newsroom=self._newsroom
        )
        return Piece(text=line, is_block=True)

    def boilerplate(self, boilerplate: Boilerplate) -> Piece:
        return Piece(text=boilerplate.text_md, is_block=True)

    def snippet(self, snippet: Snippet) -> Piece:
        text = filled(snippet.text_md, self._values())
        return Piece(text=text.text, is_block="\n" in snippet.text_md, caret=text.caret)

    def quote_of(self, speaker: Speaker) -> str:
        """Return how somebody is going to be quoted, without words yet."""
        who = Attribution(name=speaker.name, title=speaker.title)
        return attributed_quote("…", who, self.language)

    def _values(self) -> Mapping[str, str]:
        release = self._release
        return {
            "headline": release.headline,
            "dateline": dateline_words(
                release.dateline,
                headline=release.headline,
                language=release.language,
                newsroom=self._newsroom,
            ),
            "today": today_words(self.day, self.language, self._style),
            "date": long_date(self.day, self.language, self._style),
            SELECTION: self._selection,
        }
