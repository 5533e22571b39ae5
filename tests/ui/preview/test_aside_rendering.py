"""What is too long to be rendered in the window's own thread."""

from pytestqt.qtbot import QtBot

from newsdesk.rendering.release import RenderedRelease
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.preview.aside_rendering import LONGEST_HERE, AsideRendering
from newsdesk.ui.preview.preview_scheduler import PreviewScheduler
from newsdesk.ui.session import ReleaseSession
from tests.exporting.sample import AFTER, HARBOUR_UNION
from tests.ui.releases import release

_PARAGRAPH = "Harbour crews from nine ports trained together.\n\n"
_LONG = _PARAGRAPH * (LONGEST_HERE // len(_PARAGRAPH) + 100)


def scheduler(session: ReleaseSession, store: Store) -> PreviewScheduler:
    made = PreviewScheduler(session, lambda: AFTER, session, aside=AsideRendering(store))
    made.set_newsroom(HARBOUR_UNION)
    return made


def test_its_beginning_is_shown_at_once_and_the_whole_when_it_is_there(
    session: ReleaseSession, store: Store, qtbot: QtBot
) -> None:
    made = scheduler(session, store)
    beginnings: list[RenderedRelease] = []
    made.beginning_rendered.connect(beginnings.append)
    with qtbot.waitSignal(made.rendered, timeout=60_000) as rendered:
        session.open(release(1, body_md=_LONG))
        qtbot.waitUntil(lambda: bool(beginnings))
    assert rendered.args is not None
    assert 0 < len(beginnings[0].body_text) < 10_000
    assert rendered.args[0].body_text.count("trained together") == _LONG.count("trained together")


def test_another_release_does_not_wait_for_it(
    session: ReleaseSession, store: Store, qtbot: QtBot
) -> None:
    made = scheduler(session, store)
    with qtbot.waitSignal(made.beginning_rendered):
        session.open(release(1, body_md=_LONG))
    with qtbot.waitSignal(made.rendered) as rendered:
        session.open(release(2, body_md="Short."))
    assert rendered.args is not None
    assert rendered.args[0].body_text == "Short."


def test_what_was_changed_meanwhile_is_rendered_after_it(
    session: ReleaseSession, store: Store, qtbot: QtBot
) -> None:
    made = scheduler(session, store)
    with qtbot.waitSignal(made.beginning_rendered):
        session.open(release(1, body_md=_LONG))
    session.edit("Change headline", headline="Another one")
    with qtbot.waitSignal(made.rendered, timeout=60_000) as rendered:
        pass
    assert rendered.args is not None
    assert rendered.args[0].headline == "Another one"
