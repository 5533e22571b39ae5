import pytest

from newsdesk.ui.pane_room import Sides, sides_shown

BOTH = Sides(library=True, inspector=True)
LIBRARY = Sides(library=True, inspector=False)
INSPECTOR = Sides(library=False, inspector=True)
ALL = Sides(library=True, inspector=True, sidebar=True)
BESIDE = Sides(library=True, inspector=False, sidebar=True)
SIDEBAR = Sides(library=False, inspector=False, sidebar=True)


@pytest.mark.parametrize(
    ("width", "centre_panes", "last_asked", "shown"),
    [
        (1440, 2, "library", BOTH),
        (1024, 2, "library", BOTH),  # the least that must work
        (960, 2, "library", LIBRARY),  # a large screen at 200 %
        (960, 2, "inspector", INSPECTOR),
        (960, 1, "library", BOTH),  # the text alone leaves room
        (760, 1, "inspector", BOTH),
        (740, 1, "inspector", INSPECTOR),
    ],
)
def test_one_side_gives_way_where_there_is_no_room_for_both(
    width: int, centre_panes: int, last_asked: str, shown: Sides
) -> None:
    assert sides_shown(BOTH, width, centre_panes=centre_panes, last_asked=last_asked) == shown


@pytest.mark.parametrize("wanted", [LIBRARY, INSPECTOR, Sides(library=False, inspector=False)])
def test_what_is_not_wanted_is_never_shown(wanted: Sides) -> None:
    assert sides_shown(wanted, 600, centre_panes=2, last_asked="library") == wanted


@pytest.mark.parametrize(
    ("width", "centre_panes", "last_asked", "shown"),
    [
        (1440, 2, "library", ALL),
        (1200, 2, "inspector", ALL),
        (1024, 2, "library", BESIDE),  # the least that must work
        (1024, 2, "sidebar", BESIDE),
        (1024, 2, "inspector", BOTH),
        (960, 2, "sidebar", BESIDE),  # a large screen at 200 %
        (960, 2, "inspector", INSPECTOR),
        (900, 2, "library", LIBRARY),
        (900, 2, "sidebar", SIDEBAR),  # in the place of the list, until something is chosen
        (900, 2, "inspector", INSPECTOR),
        (1024, 1, "inspector", ALL),
        (760, 1, "sidebar", BESIDE),
    ],
)
def test_the_sidebar_has_room_before_the_inspector_unless_that_was_asked_for(
    width: int, centre_panes: int, last_asked: str, shown: Sides
) -> None:
    assert sides_shown(ALL, width, centre_panes=centre_panes, last_asked=last_asked) == shown


def test_without_the_library_there_is_no_sidebar() -> None:
    wanted = Sides(library=False, inspector=True, sidebar=True)
    for last_asked in ("library", "sidebar", "inspector"):
        shown = sides_shown(wanted, 1440, centre_panes=2, last_asked=last_asked)
        assert shown == INSPECTOR
