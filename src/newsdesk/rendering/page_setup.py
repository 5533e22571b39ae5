"""The sheet that a release is printed on."""

from dataclasses import dataclass

from babel.core import get_global

from newsdesk.domain.newsroom import Newsroom, Paper

# Where Letter is the usual sheet: CLDR, supplemental/paperSizeData.
_LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
_SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """A sheet in portrait, and its margins, which hold header and footer. All in mm."""

    width_mm: float
    height_mm: float
    top_mm: float = 27.0
    right_mm: float = 22.0
    bottom_mm: float = 25.0
    left_mm: float = 22.0


def page_setup(newsroom: Newsroom) -> PageSetup:
    """Return the sheet of this house: its own choice, or what is usual where the desk stands."""
    paper = newsroom.paper
    if paper is Paper.USUAL:
        territory = get_global("zone_territories").get(newsroom.tz)
        paper = Paper.LETTER if territory in _LETTER else Paper.A4
    width, height = _SIZES_MM[paper]
    return PageSetup(width_mm=width, height_mm=height)
