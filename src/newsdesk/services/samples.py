"""The sample newsroom, so that a first look has something to look at."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.contact import Contact, PointKind
from newsdesk.domain.ids import ContactId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.importing.draft import Draft
from newsdesk.services.boilerplates import BoilerplateService
from newsdesk.services.contacts import ContactService, typed_point
from newsdesk.services.import_ import ImportService
from newsdesk.services.newsroom import NewsroomService
from newsdesk.services.workplace import Workplace

_POINTS = (
    ("phone", PointKind.PHONE, True),
    ("private_mobile", PointKind.MOBILE, False),
    ("email", PointKind.EMAIL, True),
)


class SampleService:
    """Brings the samples in through the doors that real texts use."""

    def __init__(self, workplace: Workplace, folder: Path) -> None:
        """`folder` holds `newsroom.toml` and one Markdown file a release."""
        self._workplace = workplace
        self._folder = folder
        self._imports = ImportService(workplace)
        self._boilerplates = BoilerplateService(workplace)

    def install(self) -> list[Release]:
        """Store the sample releases; settings and books only in a house that has none yet.

        Raises:
            ImportRefusedError: a sample was damaged.
        """
        house: dict[str, Any] = tomllib.loads((self._folder / "newsroom.toml").read_text("utf-8"))
        newsroom = NewsroomService(self._workplace)
        if newsroom.get() == Newsroom():
            newsroom.edit(house["settings"])
            self._fill_books(house)
        drafts = [self._imports.read_file(path) for path in sorted(self._folder.glob("*.md"))]
        return [self._imports.store(self._with_standing_text(draft))[0].release for draft in drafts]

    def _with_standing_text(self, draft: Draft) -> Draft:
        """Add what an import never does: paragraphs that its source lacks."""
        texts = [text for text in self._boilerplates.all() if text.language == draft.language]
        copies = [
            ReleaseBoilerplate(kind=text.kind, text_md=text.text_md, boilerplate_id=text.id)
            for text in texts
        ]
        return replace(draft, boilerplates=tuple(copies))

    def _fill_books(self, house: dict[str, Any]) -> None:
        contacts = ContactService(self._workplace)
        for row in house["contacts"]:
            contacts.add(
                Contact(
                    id=ContactId(self._workplace.new_id()),
                    display_name=row["name"],
                    role_title=row["role"],
                    office=row["office"],
                    points=tuple(
                        typed_point(kind, row[name], public=is_public)
                        for name, kind, is_public in _POINTS
                        if name in row
                    ),
                )
            )
        for row in house["boilerplates"]:
            kind = BoilerplateKind(row["kind"])
            self._boilerplates.add(kind, row["language"], row["text_md"], row["valid_from"])
