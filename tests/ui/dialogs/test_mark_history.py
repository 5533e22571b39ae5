from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Mark
from newsdesk.ui.dialogs.mark_history import MarkHistory, Said

MARK = Mark(kind=FindingKind.NOTES, first_line=2, last_line=3)
FINDING = Finding(
    kind=FindingKind.TAGS, confidence=Confidence.HIGH, text="x", first_line=0, last_line=0
)
MARKED = Said(marks=(MARK,))
BOTH = Said(marks=(MARK,), refused=frozenset({FINDING}))


def test_each_step_is_undone_and_done_again_in_its_order(qtbot: QtBot) -> None:
    history = MarkHistory()
    said: list[Said] = []
    history.changed.connect(said.append)
    history.say(MARKED, "Mark as notes")
    history.say(BOTH, "Put back")
    assert history.stack.undoText() == "Put back"
    history.stack.undo()
    history.stack.undo()
    history.stack.redo()
    assert said == [MARKED, BOTH, MARKED, Said(), MARKED]
    assert history.said == MARKED


def test_what_is_said_already_is_no_step(qtbot: QtBot) -> None:
    history = MarkHistory()
    with qtbot.assertNotEmitted(history.changed):
        history.say(Said(), "Nothing")
    assert not history.stack.canUndo()


def test_another_source_begins_without_a_past(qtbot: QtBot) -> None:
    history = MarkHistory()
    history.say(MARKED, "Mark as notes")
    with qtbot.assertNotEmitted(history.changed):
        history.begin()
    assert history.said == Said()
    assert not history.stack.canUndo()
