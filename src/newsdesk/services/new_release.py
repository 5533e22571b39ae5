"""How a draft begins: in the house's style, with its standing paragraphs."""

from typing import TYPE_CHECKING

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.slug import unique
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

UNTITLED = "untitled"


def blank(work: "UnitOfWork", workplace: Workplace, language: str | None) -> Release:
    """Return a draft with nothing written in it; no language: the house's first."""
    newsroom = work.newsroom.get()
    now = workplace.now()
    release_id = ReleaseId(workplace.new_id())
    today = workplace.today(newsroom.tz)
    language = language or newsroom.languages[0]
    return Release(
        id=release_id,
        slug=unique(UNTITLED, work.releases.slugs_like(UNTITLED)),
        family_id=FamilyId(release_id),
        language=language,
        firstcreated=now,
        versioncreated=now,
        created_by=workplace.author,
        dateline=Dateline(style=newsroom.dateline_style, date=today),
        boilerplates=tuple(
            ReleaseBoilerplate(kind=kind, text_md=text.text_md, boilerplate_id=text.id)
            for kind in BoilerplateKind
            for text in work.boilerplates.valid(kind, language, today)[:1]
        ),
    )
