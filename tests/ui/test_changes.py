from uuid import UUID

from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.changes import ChangeHub


def test_what_was_changed_is_told_to_everybody(hub: ChangeHub, qtbot: QtBot) -> None:
    changes = Changes.of(releases={ReleaseId(UUID(int=1))})
    heard: list[Changes] = []
    hub.changed.connect(heard.append)
    with qtbot.waitSignal(hub.changed) as told:
        hub.publish(changes)
    assert told.args == [changes]
    assert heard == [changes]


def test_nothing_is_not_worth_a_word(hub: ChangeHub, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hub.changed):
        hub.publish(Changes())


def test_many_changes_one_after_the_other_are_told_together(hub: ChangeHub, qtbot: QtBot) -> None:
    keys = [ReleaseId(UUID(int=number)) for number in range(1, 6)]
    heard: list[Changes] = []
    hub.changed.connect(heard.append)
    for key in keys:
        hub.publish_soon(Changes.of(releases={key}))
    assert heard == [Changes.of(releases={keys[0]})]  # at once
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[1] == Changes.of(releases=set(keys[1:]))


def test_what_is_changed_meanwhile_by_somebody_is_told_at_once(hub: ChangeHub) -> None:
    mine = Changes.of(releases={ReleaseId(UUID(int=9))})
    heard: list[Changes] = []
    hub.changed.connect(heard.append)
    hub.publish_soon(Changes.of(releases={ReleaseId(UUID(int=1))}))
    hub.publish_soon(Changes.of(releases={ReleaseId(UUID(int=2))}))
    hub.publish(mine)
    assert heard[1:] == [mine]
