import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from newsdesk.importing.address_table import read_table
from newsdesk.importing.found_cards import Doubt, RowProblem
from newsdesk.services.people_exchange import Preview, Proposal, Verdict
from newsdesk.ui.people.preview_model import DOUBTS, REFUSALS, Column, PreviewModel

BOOK = read_table(b"Name,Office\nAna,Quay\nBo,Quay\nCy,Quay\nDi,Quay\n", "book.csv")
VERDICTS = (Verdict.NEW, Verdict.DOUBTFUL, Verdict.UPDATE, Verdict.SAME)
PREVIEW = Preview(
    source="book.csv",
    proposals=tuple(
        Proposal(
            line=found.line,
            verdict=verdict,
            found=found,
            added=("+41 22 555 01 00",) if verdict is Verdict.UPDATE else (),
            doubts=frozenset({Doubt.SAME_NAME}) if verdict is Verdict.DOUBTFUL else frozenset(),
        )
        for found, verdict in zip(BOOK.cards, VERDICTS, strict=True)
    ),
    refused=((9, RowProblem.NOBODY),),
)


def texts(model: PreviewModel, column: Column) -> list[object]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_rows_are_as_qt_expects(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(PreviewModel(PREVIEW))


def test_what_is_doubtful_comes_first_and_what_is_there_is_left_out() -> None:
    model = PreviewModel(PREVIEW)
    assert texts(model, Column.NAME) == ["Bo", "Ana", "Cy", "–"]
    assert texts(model, Column.WHAT) == [
        "Doubtful: somebody is called so already",
        "New",
        "Adds: +41 22 555 01 00",
        "Refused: neither a name nor an office",
    ]
    assert texts(model, Column.LINE) == ["3", "2", "4", "9"]


def test_what_is_doubtful_is_not_ticked_until_somebody_does(qtbot: QtBot) -> None:
    model = PreviewModel(PREVIEW)
    assert [one.line for one in model.chosen()] == [2, 4]
    with qtbot.waitSignal(model.chosen_edited):
        model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert [one.line for one in model.chosen()] == [2, 3, 4]
    model.choose_all(is_chosen=False)
    assert model.chosen() == []
    model.choose_all(is_chosen=True)
    assert len(model.chosen()) == 3


def test_what_is_refused_cannot_be_ticked() -> None:
    model = PreviewModel(PREVIEW)
    last = model.index(3, Column.NAME)
    assert not last.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(last, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


@pytest.mark.parametrize(("words", "kinds"), [(DOUBTS, Doubt), (REFUSALS, RowProblem)])
def test_every_doubt_and_refusal_has_words(words: dict[str, str], kinds: type) -> None:
    assert set(words) == {kind.value for kind in kinds}  # type: ignore[attr-defined]
