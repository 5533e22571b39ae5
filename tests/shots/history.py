"""Scenes of what was kept of a release."""

from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_ENGLISH = ("winter rescues", "rescues in winter", "\n\nA further course is planned for May.")
_ARABIC = ("اليوم", "أمس", "\n\nومن المقرر تنظيم دورة أخرى في مايو.")


def _with_history(driver: "WindowDriver", *, is_arabic: bool = False) -> None:
    """Several versions: saved, edited, saved again, edited."""
    from dataclasses import replace

    from newsdesk.domain.revision import Reason
    from tests.hands import wait_until

    (arabic if is_arabic else english)(driver)
    old, new, added = _ARABIC if is_arabic else _ENGLISH
    session, store = driver.workstation.session, driver.workstation.store
    bodies = (
        (Reason.AUTOSAVE, added.strip()),
        (Reason.AUTOSAVE, "!"),
        (Reason.AUTOSAVE, "."),
        (Reason.SAVE, ""),
        (Reason.AUTOSAVE, "…"),
    )
    for reason, end in bodies:
        done: list[object] = []
        release = session.release
        assert release is not None
        body = release.body_md.replace(" the ", " each ", 1).replace(old, new, 1) + end
        changed = replace(release, body_md=body, headline=release.headline.replace(old, new))
        store.change(lambda desk, c=changed, r=reason: desk.releases.save(c, r), done.append)
        wait_until(lambda done=done: bool(done), "a version")
        session.replace_stored(done[0])
    driver.window.inspector.set_closed_sections(
        ("release", "dateline", "embargo", "contacts", "boilerplate", "terms", "pictures")
    )
    driver.workstation.actions.action("release.history").trigger()
    from newsdesk.ui.history.history_list import HistoryList

    wait_until(lambda: len(_list(driver, HistoryList).lines()) > 3, "the history")


def _list(driver: "WindowDriver", kind: type) -> object:
    return driver.window.inspector.findChild(kind)


def _history(driver: "WindowDriver") -> None:
    from newsdesk.ui.history.history_list import HistoryList

    _with_history(driver)
    shown = driver.window.inspector.findChild(HistoryList)
    numbers = [line.number for line in shown.lines() if line.is_version and line.number]
    shown.choose(numbers[1:2])


def _history_arabic(driver: "WindowDriver") -> None:
    _with_history(driver, is_arabic=True)


def _compare(driver: "WindowDriver", *, is_arabic: bool = False) -> None:
    from newsdesk.ui.dialogs.comparison_view import ComparisonView
    from tests.hands import wait_until

    _with_history(driver, is_arabic=is_arabic)
    driver.workstation.commands.history.compare(1, None)

    def view() -> ComparisonView | None:
        return driver.window.findChild(ComparisonView)

    wait_until(lambda: (one := view()) is not None and one.change_count > 0, "the comparison")


def _compare_arabic(driver: "WindowDriver") -> None:
    _compare(driver, is_arabic=True)


def _restored(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    _with_history(driver)
    driver.workstation.commands.history.restore(1)
    notices = driver.window.notices
    wait_until(notices.isVisible, "what is said of it")


SCENES = {
    "history": Scene(_history),
    "history-dark": Scene(_history, theme="dark"),
    "history-arabic": Scene(_history_arabic, is_mirrored=True),
    "compare": Scene(_compare),
    "compare-dark": Scene(_compare, theme="dark"),
    "compare-arabic": Scene(_compare_arabic),
    "compare-mirrored": Scene(_compare_arabic, theme="dark", is_mirrored=True),
    "compare-1024x640": Scene(_compare, size=(1024, 640)),
    "restored": Scene(_restored),
}
