"""Scenes of the statistics."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drivers import WindowDriver


def _filled(data: "Path") -> None:
    """A year of releases under themes, in several countries and languages."""
    from datetime import UTC, datetime, timedelta

    from newsdesk.desk import open_desk
    from newsdesk.domain.workflow import Action

    places = ("Geneva", "Nairobi", "Tunis", "Amman", "Geneva", "Beijing", "Geneva", "Nairobi")
    themes = ("Rescue at sea", "Harbour safety", "Training", "Harbour safety", "Water")
    at = [datetime(2026, 1, 5, 9, tzinfo=UTC)]
    with open_desk(data, writing=True, now=lambda: at[0]) as desk:
        desk.newsroom.edit({"organisation": "Office for Safe Harbours"})
        for number in range(46):
            at[0] = datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(
                days=number * 6 + number % 3 * 9
            )
            values = {
                "headline": f"Release number {number + 1}",
                "language": ("en", "en", "fr", "en", "ar")[number % 5],
                "profile": ("press_release", "press_release", "statement")[number % 3],
                "dateline.places": places[number % len(places)],
                "dateline.date": at[0].date().isoformat(),
                "themes": themes[number % len(themes)],
            }
            release, _ = desk.releases.new(values, body_md="Text.")
            if number % 6:
                at[0] += timedelta(days=(number * 7) % 12)
                desk.workflow.take(str(release.id), Action.PUBLISH)


def _opened(driver: "WindowDriver", which: str = "ever") -> None:
    from newsdesk.ui.figures.figures_dialog import FiguresDialog
    from tests.hands import wait_until

    driver.workstation.actions.action("library.figures").trigger()
    dialog = driver.window.findChild(FiguresDialog)
    shown: list[bool] = []
    dialog.view.shown.connect(lambda: shown.append(True))
    dialog._period.choose(which)
    wait_until(lambda: bool(shown), "the figures")
    centre = driver.window.geometry().center()
    dialog.move(centre.x() - dialog.width() // 2, centre.y() - dialog.height() // 2)


def _whole(driver: "WindowDriver") -> None:
    """As high as the page, with its charts."""
    from newsdesk.ui.figures.figures_dialog import FiguresDialog

    _opened(driver)
    dialog = driver.window.findChild(FiguresDialog)
    dialog.resize(900, 1900)
    dialog.move(270, 20)


SCENES = {
    "statistics-whole": Scene(_whole, prepare=_filled, size=(1440, 1940)),
    "statistics": Scene(_opened, prepare=_filled, size=(1440, 1000)),
    "statistics-dark": Scene(_opened, theme="dark", prepare=_filled, size=(1440, 1000)),
}
