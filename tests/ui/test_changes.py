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
