"""The opening words of a release: where, when and who issues it."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.place import Place


class DatelineStyle(StrEnum):
    """How a dateline is written; the patterns are in `rendering/dateline.py`."""

    IOM = "iom"
    IOM_COUNTRY = "iom_country"
    UN = "un"
    UNIS = "unis"
    AP = "ap"
    REUTERS = "reuters"
    APO = "apo"
    NONE = "none"
    CUSTOM = "custom"


class CountryInDateline(StrEnum):
    """Whether the country follows the city: the style decides, unless a person did."""

    AUTO = "auto"
    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The parts of a dateline. Its text is rendered from them, never stored."""

    places: tuple[Place, ...] = ()
    date: datetime.date | None = None  # local date at the first place
    source: str | None = None  # "IOM", "UN Information Service"
    style: DatelineStyle = DatelineStyle.IOM
    country: CountryInDateline = CountryInDateline.AUTO
    custom_text: str | None = None  # used by the style `custom` only, without the dash
