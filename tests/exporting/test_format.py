import pytest

from newsdesk.domain.errors import PrintError, PrintProblem
from newsdesk.exporting.format import no_engine
from newsdesk.rendering.page_setup import PageSetup
from tests.exporting.sample import ENGLISH, source_of


def test_without_an_engine_nothing_is_printed() -> None:
    with pytest.raises(PrintError) as refused:
        no_engine("<p>Words</p>", PageSetup(width_mm=210, height_mm=297))
    assert refused.value.problem is PrintProblem.NO_ENGINE


def test_a_source_has_no_engine_unless_it_is_given_one() -> None:
    assert source_of(ENGLISH).print_page is no_engine
