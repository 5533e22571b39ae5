"""Terms that releases are filed under."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.ids import TermId
from newsdesk.domain.language import base


class Scheme(StrEnum):
    """A vocabulary."""

    REGION = "region"
    COUNTRY = "country"
    THEME = "theme"
    CATEGORY = "category"
    IPTC_MEDIATOPIC = "iptc_mediatopic"
    IPTC_GENRE = "iptc_genre"
    TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a vocabulary, unique by scheme and qcode."""

    id: TermId
    scheme: Scheme
    qcode: str
    names: Mapping[str, str]  # language -> name; "und" where nobody knows the language
    parent_id: TermId | None = None
    uri: str | None = None
    active: bool = True

    def name(self, language: str) -> str:
        names = self.names
        return names.get(language) or names.get(base(language)) or next(iter(names.values()))
