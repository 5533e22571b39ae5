"""What the writer puts into a newsroom and the dump finds there: texts by key and number."""

import json
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Self

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.release import Release
from newsdesk.storage.opening import NAME


def folder_of(db: str) -> Path:
    """Return the data folder of a newsroom that is named by it or by its database file."""
    path = Path(db).absolute()
    return path.parent if path.name == NAME else path


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """All that the writer writes in one release."""

    key: str  # stands in the release as its symbol
    number: int  # which save this is, from 1: its slugline
    headline: str
    abstract: str
    body_md: str
    emails: tuple[str, ...] = ()  # of its contacts, which have rows of their own

    @classmethod
    def of(cls, release: Release) -> Self:
        number = release.slugline or ""
        return cls(
            key=release.symbol or "-",
            number=int(number) if number.isascii() and number.isdigit() else 0,
            headline=release.headline,
            abstract=release.abstract or "",
            body_md=release.body_md,
            emails=tuple(point.value for one in release.contacts for point in one.points),
        )

    @property
    def sha256(self) -> str:
        return sha256(json.dumps(astuple(self), ensure_ascii=False).encode()).hexdigest()

    def fields(self) -> dict[str, str]:
        """Return the fields of a release by name, without its body and its contacts."""
        return {
            "symbol": self.key,
            "slugline": str(self.number),
            "headline": self.headline,
            "abstract": self.abstract,
        }

    def on(self, release: Release) -> Release:
        """Return a release with this text in it."""
        points = [ContactPoint(kind=PointKind.EMAIL, value=email) for email in self.emails]
        return replace(
            release,
            **self.fields(),
            body_md=self.body_md,
            contacts=tuple(
                ReleaseContact(display_name="Noor Elm", office="Harbour Trust", points=(point,))
                for point in points
            ),
        )
