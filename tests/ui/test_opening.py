"""Going from one release to another without losing a key of either."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.opening import ReleaseOpener
from newsdesk.ui.session import ReleaseSession, SaveState

Changed = Callable[[Callable[[Desk], tuple[object, object]]], object]
NOBODY = ReleaseId(UUID(int=404))


@pytest.fixture
def autosave(
    session: ReleaseSession, store: Store, now: Callable[[], datetime]
) -> AutosaveController:
    return AutosaveController(session, store, now)


@pytest.fixture
def opener(session: ReleaseSession, autosave: AutosaveController, store: Store) -> ReleaseOpener:
    return ReleaseOpener(session, autosave, store)


@pytest.fixture
def begun(changed: Changed) -> Callable[[str], Release]:
    """A stored draft with this headline."""

    def begin(headline: str) -> Release:
        made = changed(lambda desk: desk.releases.new({"headline": headline}))
        assert isinstance(made, Release)
        return made

    return begin


@pytest.fixture
def first(begun: Callable[[str], Release]) -> Release:
    return begun("First")


@pytest.fixture
def second(begun: Callable[[str], Release]) -> Release:
    return begun("Second")


def opened(opener: ReleaseOpener, qtbot: QtBot, release: Release) -> None:
    done: list[bool] = []
    opener.open(release.id, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def stored(store: Store, qtbot: QtBot, release: Release) -> Release:
    found: list[Release] = []
    store.read(lambda desk: desk.releases.get(str(release.id)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_release_is_shown_and_then_the_rest_is_done(
    opener: ReleaseOpener, session: ReleaseSession, first: Release, qtbot: QtBot
) -> None:
    seen: list[ReleaseId | None] = []
    opener.open(first.id, lambda: seen.append(session.release_id))
    qtbot.waitUntil(lambda: seen == [first.id])
    assert session.release == first


def test_of_several_asked_for_at_once_the_last_one_is_shown(
    opener: ReleaseOpener,
    session: ReleaseSession,
    first: Release,
    second: Release,
    qtbot: QtBot,
) -> None:
    shown: list[ReleaseId | None] = []
    session.opened.connect(lambda: shown.append(session.release_id))
    opener.open(first.id)
    opener.open(second.id)
    qtbot.waitUntil(lambda: bool(shown))
    opened(opener, qtbot, second)
    assert shown == [second.id]


def test_the_one_that_is_open_is_not_read_again(
    opener: ReleaseOpener, session: ReleaseSession, first: Release, qtbot: QtBot
) -> None:
    opened(opener, qtbot, first)
    session.edit("Change headline", headline="First, edited")
    done: list[bool] = []
    with qtbot.assertNotEmitted(session.opened):
        opener.open(first.id, lambda: done.append(True))
    assert done == [True]
    assert session.is_dirty


def test_what_was_typed_is_stored_when_another_is_opened(
    opener: ReleaseOpener,
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    first: Release,
    second: Release,
    qtbot: QtBot,
) -> None:
    opened(opener, qtbot, first)
    session.edit("Change headline", headline="First, edited")
    opened(opener, qtbot, second)
    qtbot.waitUntil(lambda: autosave.is_settled)
    assert stored(store, qtbot, first).headline == "First, edited"


def test_what_is_typed_while_the_other_is_read_is_stored_too(
    opener: ReleaseOpener,
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    first: Release,
    second: Release,
    qtbot: QtBot,
) -> None:
    opened(opener, qtbot, first)
    opener.open(second.id)
    session.edit("Change headline", headline="One more key")  # before the answer is there
    qtbot.waitUntil(lambda: session.release_id == second.id)
    qtbot.waitUntil(lambda: autosave.is_settled)
    assert stored(store, qtbot, first).headline == "One more key"


def test_going_back_at_once_finds_the_text_that_is_still_being_stored(
    opener: ReleaseOpener,
    session: ReleaseSession,
    first: Release,
    second: Release,
    qtbot: QtBot,
) -> None:
    opened(opener, qtbot, first)
    session.edit("Change headline", headline="First, edited")
    opener.open_stored(second)
    opener.open(first.id)  # nothing has been stored yet: no event was handled since
    assert session.release is not None
    assert session.release.headline == "First, edited"
    qtbot.waitUntil(lambda: session.save_state is SaveState.SAVED)


def test_one_that_is_not_there_leaves_the_other_open(
    opener: ReleaseOpener, session: ReleaseSession, first: Release, second: Release, qtbot: QtBot
) -> None:
    opened(opener, qtbot, first)
    with qtbot.waitSignal(opener.not_opened) as refused:
        opener.open(NOBODY)
    assert refused.args is not None
    assert isinstance(refused.args[0], NotFoundError)
    assert session.release_id == first.id
    opened(opener, qtbot, second)
    assert session.release_id == second.id


def test_a_new_one_is_made_and_shown(
    opener: ReleaseOpener, session: ReleaseSession, first: Release, qtbot: QtBot
) -> None:
    opened(opener, qtbot, first)
    done: list[str] = []
    opener.begin(
        lambda desk: desk.releases.new({"headline": "Third"}),
        lambda: done.append(session.release.headline if session.release else ""),
    )
    qtbot.waitUntil(lambda: done == ["Third"])
    assert session.save_state is SaveState.SAVED


def test_closing_it_stores_it(
    opener: ReleaseOpener,
    session: ReleaseSession,
    autosave: AutosaveController,
    store: Store,
    first: Release,
    qtbot: QtBot,
) -> None:
    opened(opener, qtbot, first)
    session.edit("Change headline", headline="First, edited")
    opener.close()
    assert not session.is_open
    qtbot.waitUntil(lambda: autosave.is_settled)
    assert stored(store, qtbot, first).headline == "First, edited"


def test_what_was_asked_for_before_closing_is_not_shown_after_it(
    opener: ReleaseOpener, session: ReleaseSession, store: Store, first: Release, qtbot: QtBot
) -> None:
    opener.open(first.id)
    opener.close()
    stored(store, qtbot, first)  # answered behind the other
    assert not session.is_open


# The release of the snapshot, once the store is there -------------------------------------------


def test_a_picture_that_was_behind_is_put_right(
    opener: ReleaseOpener, session: ReleaseSession, first: Release
) -> None:
    session.open(replace(first, headline="As it was yesterday"))
    opener.check(first)
    assert session.release == first
    assert session.save_state is SaveState.SAVED


def test_a_text_that_was_begun_meanwhile_is_left_alone(
    opener: ReleaseOpener, session: ReleaseSession, first: Release
) -> None:
    session.open(replace(first, headline="As it was yesterday"))
    session.edit("Change abstract", abstract="Begun at once")
    opener.check(first)
    assert session.release is not None
    assert session.release.abstract == "Begun at once"
    assert session.is_dirty


def test_what_was_typed_and_saved_while_it_was_read_stays(
    opener: ReleaseOpener,
    autosave: AutosaveController,
    session: ReleaseSession,
    first: Release,
    qtbot: QtBot,
) -> None:
    session.open(first)
    session.edit("Change abstract", abstract="Begun at once")
    with qtbot.waitSignal(autosave.settled):
        autosave.save()
    opener.check(first)  # as it was read before that
    assert session.release is not None
    assert session.release.abstract == "Begun at once"


def test_another_release_than_the_open_one_changes_nothing(
    opener: ReleaseOpener, session: ReleaseSession, first: Release, second: Release, qtbot: QtBot
) -> None:
    session.open(first)
    with qtbot.assertNotEmitted(session.changed):
        opener.check(second)
    assert session.release == first
