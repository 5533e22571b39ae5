"""Scenes of a list in groups."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _grouped(
    by: str, *, is_compact: bool = False, is_arabic: bool = False
) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from tests.hands import wait_until

        (arabic if is_arabic else english)(driver)
        driver.workstation.keeper.change(list_grouping=by, is_list_compact=is_compact)
        view = driver.window.library._view
        wait_until(lambda: view._releases.rows.is_grouped, "the groups")
        view.verticalScrollBar().setValue(20)

    return show


SCENES = {
    "list-grouped": Scene(_grouped("state")),
    "list-grouped-dark": Scene(_grouped("country"), theme="dark"),
    "list-grouped-arabic": Scene(_grouped("state", is_arabic=True), is_mirrored=True),
    "list-grouped-compact": Scene(_grouped("month", is_compact=True)),
}
