import pytest

from newsdesk.domain.provenance import Finding, FindingKind
from newsdesk.importing.lines import markdown_paragraphs, paragraphs
from newsdesk.importing.passages import Passage, passages_of, standing
from newsdesk.importing.pieces import Piece, Pieces

TEXT = """\
Harbour crews train

GENEVA – Ninety crews have finished a course in night rescue.

- Dana Whitlock, who is the head of the press
  office of the port, dana@example.org
"""


@pytest.fixture
def pieces() -> Pieces:
    return Pieces([Piece(paragraph, paragraph.text) for paragraph in paragraphs(TEXT)])


def texts(passages: tuple[Passage, ...], *refused: Finding) -> list[str]:
    return [piece.text for piece in standing(passages, refused)]


def test_what_nothing_claims_is_body(pieces: Pieces) -> None:
    passages = passages_of(pieces.all, is_markdown=False)
    assert [passage.findings for passage in passages] == [()] * 3
    assert standing(passages, ()) == pieces.all


def test_a_claimed_paragraph_stands_only_if_its_finding_is_refused(pieces: Pieces) -> None:
    (finding,) = pieces.take(0, FindingKind.HEADLINE)
    passages = passages_of(pieces.all, is_markdown=False)
    assert "Harbour crews train" not in texts(passages)
    assert texts(passages, finding)[0] == "Harbour crews train"


def test_an_opening_is_parted_from_its_lead_and_joined_to_it_again(pieces: Pieces) -> None:
    (finding,) = pieces.cut_opening(1, len("GENEVA – "), "GENEVA –", ())
    passages = passages_of(pieces.all, is_markdown=False)
    assert [(one.text, one.gap, one.findings) for one in passages[1:3]] == [
        ("GENEVA –", None, (finding,)),
        ("Ninety crews have finished a course in night rescue.", " ", ()),
    ]
    assert texts(passages)[1] == "Ninety crews have finished a course in night rescue."
    assert standing(passages, (finding,))[1].paragraph == pieces[1].paragraph


def test_halves_of_a_line_stand_apart_or_together(pieces: Pieces) -> None:
    pieces.split(0, len("Harbour crews"))
    (label,), (rest,) = (pieces.take(at, FindingKind.FURNITURE) for at in (0, 1))
    passages = passages_of(pieces.all, is_markdown=False)
    assert texts(passages, label)[0] == "Harbour crews"
    assert texts(passages, rest)[0] == "train"
    assert texts(passages, label, rest)[0] == "Harbour crews train"


def claims(pieces: Pieces) -> tuple[Finding, Finding]:
    """Have each of the two lines of the last piece claimed by a contact of its own."""
    first, second = (
        pieces.note(FindingKind.CONTACT, 2, 2, line.text) for line in pieces[2].paragraph.lines
    )
    pieces[2].kind = FindingKind.CONTACT
    pieces[2].line_findings = ((first,), (second,))
    return first, second


def test_lines_of_a_paragraph_come_back_one_by_one(pieces: Pieces) -> None:
    first, second = claims(pieces)
    passages = passages_of(pieces.all, is_markdown=False)
    assert len(texts(passages)) == 2
    assert texts(passages, first)[2] == "Dana Whitlock, who is the head of the press"
    assert texts(passages, second)[2] == "office of the port, dana@example.org"
    assert standing(passages, (first, second))[2].paragraph == pieces[2].paragraph


def test_lines_of_markdown_come_back_with_their_breaks() -> None:
    text = "*Dana Whitlock*, the head of the press office, at  \ndana@example.org\nJonas"
    pieces = Pieces([Piece(one, one.text) for one in markdown_paragraphs(text)])
    first, second = (pieces.note(FindingKind.CONTACT, 0, 0, name) for name in ("Dana", "Jonas"))
    pieces[0].line_findings = ((first,), (first,), (second,))
    passages = passages_of(pieces.all, is_markdown=True)
    assert texts(passages, first) == [
        "*Dana Whitlock*, the head of the press office, at  \ndana@example.org"
    ]
    assert [piece.source for piece in standing(passages, (first, second))] == [text]


def test_a_line_of_two_findings_stands_if_one_of_them_is_refused(pieces: Pieces) -> None:
    first, second = claims(pieces)
    pieces[2].line_findings = ((first, second), (second,))
    passages = passages_of(pieces.all, is_markdown=False)
    assert texts(passages, first)[2] == "Dana Whitlock, who is the head of the press"
    assert texts(passages, second)[2] == pieces[2].text


def test_characters_are_joined_without_a_space() -> None:
    text = (
        "担当者は海風電力広報部の山田一郎であり、報道関係のお問い合わせを承るほか、資料を送り、\n"
        "取材にも応じます"
    )
    (paragraph,) = paragraphs(text)
    pieces = Pieces([Piece(paragraph, paragraph.text)])
    first, second = (pieces.note(FindingKind.CONTACT, 0, 0, name) for name in ("a", "b"))
    pieces[0].line_findings = ((first,), (second,))
    passages = passages_of(pieces.all, is_markdown=False)
    assert [passage.gap for passage in passages] == [None, ""]
    assert texts(passages, first, second) == [text.replace("\n", "")]
