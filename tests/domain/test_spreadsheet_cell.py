"""Cells that would run, made to be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.spreadsheet_cell import neutralised, restored

DANGEROUS = ["=1+1", "+41 22 555 01 00", "-ends-", "@sum", "\t=1", "\r=1", "\n=1", "＝1", "'=1"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_becomes_a_text_and_comes_back(text: str) -> None:
    assert neutralised(text) == f"'{text}"
    assert restored(neutralised(text)) == text


@pytest.mark.parametrize("text", ["", "Pär Elm", "'s-Hertogenbosch", "1+1", "a=b", "'"])
def test_what_runs_nowhere_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == restored(text) == text


@given(st.text(alphabet="'=+-@\t\r\nx＝ ") | st.text())
def test_every_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(("=", "+", "-", "@", "\t", "\r"))
