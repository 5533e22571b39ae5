"""A very long text, a piece at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain import pieces as module
from newsdesk.domain.pieces import PIECE, pieces


def test_a_text_of_usual_length_is_one_piece() -> None:
    assert list(pieces("Ninety harbour workers")) == ["Ninety harbour workers"]
    assert list(pieces("")) == [""]


def test_a_long_one_is_cut_between_words() -> None:
    text = "Ninety harbour workers\n" * (3 * PIECE // 20)
    found = list(pieces(text))
    assert "".join(found) == text
    assert len(found) > 3
    assert max(map(len, found)) <= PIECE
    assert all(one[-1] in " \n" for one in found[:-1])


def test_without_words_it_is_cut_anywhere() -> None:
    text = "港" * (2 * PIECE + 7)
    assert list(map(len, pieces(text))) == [PIECE, PIECE, 7]


@given(st.text(alphabet="ab \n", max_size=80))
def test_nothing_is_lost(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PIECE", 8)
        patch.setattr(module, "_NEAR", 5)
        assert "".join(pieces(text)) == text
