"""Scenes of the start after a sudden end. To add one: see `__main__`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots import window
from tests.shots.scene import Scene

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _left(headline: str) -> "Callable[[WindowDriver], None]":
    """The question about a text that was typed on and not saved."""

    def show(driver: "WindowDriver") -> None:
        from dataclasses import replace
        from datetime import timedelta

        from newsdesk.desk import open_journal
        from newsdesk.domain.journal import JournalEntry
        from newsdesk.ui.dialogs.recovery_dialog import RecoveryDialog
        from tests.hands import visible, wait_until

        window.release(driver, headline)
        desk = driver.workstation
        release = desk.session.release
        assert release is not None
        paragraphs = release.body_md.split("\n\n")
        first = paragraphs[0].split(" ")
        paragraphs[0] = " ".join([*first[:6], *reversed(first[6:9]), *first[9:], first[0]])
        paragraphs[2:2] = [" ".join(first[:14])]
        typed = replace(release, body_md="\n\n".join(paragraphs), urgency=4)
        at = desk.surroundings.now() - timedelta(minutes=2)
        with open_journal(driver.folder) as journal:
            journal.write(JournalEntry(release=typed, at=at))
        assert desk.wiring is not None
        desk.wiring._recovering.look()
        wait_until(lambda: bool(visible(RecoveryDialog)), "the question")

    return show


SCENES = {
    "recovery": Scene(_left(window.ENGLISH)),
    "recovery-dark": Scene(_left(window.ENGLISH), theme="dark"),
    "recovery-arabic": Scene(_left(window.ARABIC), is_mirrored=True),
    "recovery-small": Scene(_left(window.ENGLISH), size=(1024, 640)),
}
