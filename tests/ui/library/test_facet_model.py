"""Which lines of the sidebar are shown, and what they say."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from newsdesk.domain.facets import Chosen
from newsdesk.domain.search import Operator
from newsdesk.ui.library.facet_model import FEW, FacetLine, FacetModel, Mark
from tests.ui.library.facets import facet


def line(name: str, count: int = 1, *also: str) -> FacetLine:
    found = facet(Operator.TAG, name, count, *also)
    words = "\n".join(found.known_as)
    return FacetLine(key=found.condition, name=name, count=count, words=words, facet=found)


def lines(number: int) -> list[FacetLine]:
    return [line(f"port {n:05}", number - n) for n in range(number)]


@pytest.fixture
def model(qapp: QApplication) -> FacetModel:
    return FacetModel()


def shown(model: FacetModel) -> Sequence[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_few_are_shown_until_all_are_asked_for(model: FacetModel) -> None:
    model.set_lines(lines(30))
    assert len(shown(model)) == FEW
    assert model.total() == 30
    model.show_all(is_all=True)
    assert len(shown(model)) == 30
    model.show_all(is_all=False)
    assert len(shown(model)) == FEW


def test_what_is_chosen_is_shown_however_rare_it_is(model: FacetModel) -> None:
    model.set_lines(lines(30))
    rare = model._lines[29]
    model.set_chosen(Chosen(left_out=frozenset({rare.key})))
    assert shown(model)[FEW:] == [rare.name]
    assert model.mark(rare) is Mark.LEFT_OUT
    assert model.index(FEW, 0).data(FacetModel.LINE_ROLE) is rare


def test_all_of_very_many_are_found_by_their_words_in_any_language(model: FacetModel) -> None:
    model.set_lines([*lines(50_000), line("Search and rescue", 1, "Recherche et sauvetage")])
    model.show_all(is_all=True)
    model.look_for("SAUV rech")
    assert shown(model) == ["Search and rescue"]
    model.look_for("port 4999")
    assert shown(model) == [f"port {n:05}" for n in range(50_000) if "4999" in f"{n:05}"]
    model.look_for("")
    assert model.rowCount() == 50_001


def test_a_line_says_name_and_count_and_whether_it_is_chosen() -> None:
    model = FacetModel()
    model.set_lines([line("winter", 1), line("ports", 12)])
    model.set_chosen(Chosen(wanted=frozenset({'tag:"ports"'})))
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row, 0).data(role) for row in range(2)]
    assert said == ["winter, 1 release", "ports, 12 releases, chosen"]
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == 'tag:"ports" (12)'
