"""Where a release is issued from or is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.domain.ids import PlaceId
from newsdesk.domain.language import base


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, or a country as a whole (`city` is None), of the gazetteer or of the user's own."""

    id: PlaceId
    city: str | None = None  # its English name
    admin1: str | None = None  # state or province, as AP writes it: "Mich."
    country_code: str  # ISO 3166-1 alpha-2, upper case
    names: Mapping[str, str] = field(default_factory=dict[str, str])  # language -> city
    country_names: Mapping[str, str] = field(default_factory=dict[str, str])  # language -> country
    demonyms: tuple[str, ...] = ()  # words that name the country in a headline: "Afghan"
    tz: str  # IANA name
    is_capital: bool = False
    ap_standalone: bool = False
    stands_alone: bool = False  # a seat of the newsroom's own organisation
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    un_note: str | None = None  # a footnote the name must carry

    def name(self, language: str) -> str:
        """Return the city as `language` writes it; the country where there is no city."""
        if self.city is None:
            return self.country(language)
        return _in(self.names, language) or self.city

    def country(self, language: str) -> str:
        return _in(self.country_names, language) or self.country_code


def _in(names: Mapping[str, str], language: str) -> str | None:
    return names.get(language) or names.get(base(language)) or names.get("en")
