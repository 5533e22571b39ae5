"""The lines of the sidebar, made of what was counted."""

from collections.abc import Mapping, Sequence

from newsdesk.domain.facets import Facet, Facets
from newsdesk.domain.fold import fold
from newsdesk.domain.search import Mark, Operator
from newsdesk.domain.workflow import State
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.library.facet_model import FacetLine
from newsdesk.ui.library.status import chip_of, state_name

ALL, TRASH = "all", "trash"
"""Keys of the lines that no search says."""
TITLES: Mapping[str, str] = {
    "states": QT_TRANSLATE_NOOP("Sidebar", "States"),
    "countries": QT_TRANSLATE_NOOP("Sidebar", "Countries"),
    "themes": QT_TRANSLATE_NOOP("Sidebar", "Themes"),
    "tags": QT_TRANSLATE_NOOP("Sidebar", "Tags"),
    "languages": QT_TRANSLATE_NOOP("Sidebar", "Languages"),
}
"""The parts with a title, by their names, in the order shown."""
_OPERATORS: Mapping[str, Sequence[Operator]] = {
    "states": (Operator.STATE, Operator.IS),
    "countries": (Operator.COUNTRY,),
    "themes": (Operator.THEME,),
    "tags": (Operator.TAG,),
    "languages": (Operator.LANG,),
}
_MARKS: Mapping[Mark, str] = {
    Mark.EMBARGOED: QT_TRANSLATE_NOOP("Sidebar", "Embargoed"),
    Mark.STARRED: QT_TRANSLATE_NOOP("Sidebar", "Starred"),
}
_WHOLE = {
    ALL: (QT_TRANSLATE_NOOP("Sidebar", "All"), "file"),
    TRASH: (QT_TRANSLATE_NOOP("Sidebar", "Trash"), "trash"),
}


def lines_of(facets: Facets) -> dict[str, list[FacetLine]]:
    """Return the lines of each part, and that of the trash. Runs in any thread."""
    lines = {
        name: [_line(facet) for operator in operators for facet in facets.of(operator)]
        for name, operators in _OPERATORS.items()
    }
    lines["states"].insert(0, _whole(ALL, facets.total))
    return lines | {TRASH: [_whole(TRASH, facets.trashed)]}


def _whole(key: str, count: int) -> FacetLine:
    name, icon = _WHOLE[key]
    return FacetLine(key=key, name=translate("Sidebar", name), count=count, icon=icon)


def _line(facet: Facet) -> FacetLine:
    value = facet.condition.partition(":")[2]
    name, icon, chip, colour = facet.name, "", "", ""
    if facet.operator is Operator.STATE:
        name, chip = state_name(State(value)), chip_of(State(value))
    elif facet.operator is Operator.IS:
        name = translate("Sidebar", _MARKS[Mark(value)])
        icon, chip = ("starred", "") if value == Mark.STARRED else ("", "embargoed")
    elif facet.entry is not None and facet.entry.colour is not None:
        colour = f"term_{facet.entry.colour}"
    return FacetLine(
        key=facet.condition,
        name=name,
        count=facet.count,
        words="\n".join((fold(name), *facet.known_as)),
        facet=facet,
        icon=icon,
        chip=chip,
        colour=colour,
    )
