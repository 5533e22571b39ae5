"""A release with everything that can be inserted into it."""

from datetime import UTC, date, datetime
from uuid import UUID

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.contact import Contact, ContactPoint, PointKind
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import BoilerplateId, ContactId, PlaceId, SnippetId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.snippet import Snippet
from newsdesk.services.speakers import Speaker
from newsdesk.ui.insert_pieces import Books, Pieces
from tests.ui.releases import release

NOW = datetime(2026, 5, 14, 22, 30, tzinfo=UTC)
GENEVA = Place(
    id=PlaceId(UUID(int=1)),
    city="Geneva",
    country_code="CH",
    tz="Europe/Zurich",
    stands_alone=True,
)
DANA = Speaker(name="Dana Whitlock", title="Head of Press")
CONTACT = Contact(
    id=ContactId(UUID(int=2)),
    display_name="Dana Whitlock",
    role_title="Head of Press",
    points=(ContactPoint(kind=PointKind.EMAIL, value="dana@example.org"),),
)
ABOUT = Boilerplate(
    id=BoilerplateId(UUID(int=3)),
    kind=BoilerplateKind.ABOUT,
    language="en",
    text_md="**About us.** We help ports.",
    valid_from=date(2026, 1, 1),
)
INVITATION = Snippet(
    id=SnippetId(UUID(int=4)),
    name="Invitation",
    text_md="Media are invited {{today}} to {{cursor}}.\n\nOn: {{headline}}",
)
BOOKS = Books(
    speakers=[DANA],
    contacts=[CONTACT],
    is_address_book_empty=False,
    boilerplates=[ABOUT],
    snippets=[INVITATION],
)
NOTHING = Books(speakers=[], contacts=[], is_address_book_empty=True, boilerplates=[], snippets=[])


def pieces(language: str = "en", selection: str = "", *, is_embargoed: bool = False) -> Pieces:
    """Return what writes for a release of Geneva, where it is 15 May by now."""
    embargo = Embargo.until(datetime(2026, 5, 20, 9), "Europe/Zurich", city_label="Geneva")
    whole = release(
        language=language,
        dateline=Dateline(places=(GENEVA,)),
        embargo=embargo if is_embargoed else None,
    )
    return Pieces(whole, Newsroom(tz="UTC"), NOW, selection)
