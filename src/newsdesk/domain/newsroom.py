"""Who issues the releases, and how this house writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.ids import PlaceId


class ArabicMonths(StrEnum):
    """Which month names Arabic dates use."""

    EGYPTIAN = "egyptian"  # مايو
    LEVANTINE = "levantine"  # أيار
    UN_DUAL = "un_dual"  # أيار/مايو


class Digits(StrEnum):
    WESTERN = "western"  # 0-9
    ARABIC = "arabic"  # ٠-٩


class Paper(StrEnum):
    """Which sheets the house prints on."""

    USUAL = "usual"  # where its desk stands
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """Settings of the house; every saved change is a new version of the one newsroom."""

    version: int = 0
    organisation: str = ""
    short_name: str = ""
    mail_domain: str = ""
    site_url: str = ""
    dateline_style: DatelineStyle = DatelineStyle.IOM
    dateline_source: str = ""  # empty: the short name
    seats: tuple[PlaceId, ...] = ()  # places that need no country in a dateline
    has_immediate_release_line: bool = False
    end_mark: str = "###"
    contact_intros: Mapping[str, str] = field(default_factory=dict[str, str])  # language -> line
    languages: tuple[str, ...] = ("en",)  # the first one is that of a new release
    fallbacks: Mapping[str, str] = field(default_factory=dict[str, str])  # language -> language
    arabic_months: ArabicMonths = ArabicMonths.UN_DUAL
    digits: Digits = Digits.WESTERN
    tz: str = "UTC"  # where the desk stands, IANA
    has_approval_steps: bool = False
    paper: Paper = Paper.USUAL
    unasked_sites: tuple[str, ...] = ()  # hosts whose pages are brought in without asking
    dictionaries: Mapping[str, str] = field(default_factory=dict[str, str])
    """Language -> the dictionary that its spelling is checked with, where there are several."""

    @property
    def issuer(self) -> str:
        return self.organisation or self.short_name

    @property
    def source(self) -> str:
        """What stands in brackets in a dateline that names no source of its own."""
        return self.dateline_source or self.short_name or self.organisation
