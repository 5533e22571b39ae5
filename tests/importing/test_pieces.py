import pytest

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.lines import paragraphs
from newsdesk.importing.pieces import Piece, Pieces

TEXT = """\
Harbour crews train for winter

GENEVA – Ninety harbour workers have finished a course in night rescue.

- one
- two

Contact: Dana Whitlock
"""


@pytest.fixture
def pieces() -> Pieces:
    return Pieces([Piece(paragraph, paragraph.text) for paragraph in paragraphs(TEXT)])


def test_at_first_all_is_body(pieces: Pieces) -> None:
    assert [at for at, _piece in pieces.free(0)] == [0, 1, 2, 3, 4]
    assert [at for at, _piece in pieces.free(1, 3)] == [1, 2]
    assert [at for at, _piece in pieces.free(4, 99)] == [4]
    assert list(pieces.free(5)) == list(pieces.free(3, 3)) == []


@pytest.mark.parametrize(
    ("text", "is_running"),
    [
        ("Ninety harbour workers have finished a course in night rescue.", True),
        ("Ninety harbour workers finished it.", False),  # too short to tell
        ("Ninety harbour workers have finished a course in night rescue", False),
        ("Ninety harbour workers have finished a course in night rescue " * 3, True),
        ("- Ninety harbour workers have finished a course in night rescue.", False),
        ("# Ninety harbour workers have finished a course in night rescue.", False),
        ("九十名港口工人完成了夜间救援课程，并将于明年春天继续进行培训，办公室今天宣布。", True),
    ],
)
def test_running_text_is_a_sentence_or_more(text: str, is_running: bool) -> None:
    (paragraph,) = paragraphs(text)
    assert Piece(paragraph, paragraph.text).is_running is is_running


def test_taking_a_piece_claims_it_and_says_where_it_stood(pieces: Pieces) -> None:
    (finding,) = pieces.take(0, FindingKind.HEADLINE, "sure")
    assert pieces[0].finding is finding
    assert not pieces[0].is_free
    assert pieces[0].flags == ("sure",)
    assert pieces.findings == [
        Finding(
            kind=FindingKind.HEADLINE,
            confidence=Confidence.HIGH,
            text="Harbour crews train for winter",
            first_line=0,
            last_line=0,
            flags=("sure",),
        )
    ]


def test_pieces_that_belong_together_are_one_finding(pieces: Pieces) -> None:
    (finding,) = pieces.take_run([2, 3], FindingKind.TAGS)
    assert pieces.findings == [finding]
    assert pieces[2].finding is pieces[3].finding is finding
    assert (finding.text, finding.first_line, finding.last_line) == ("- one\n- two", 4, 5)
    assert [at for at, _piece in pieces.free(0)] == [0, 1, 4]


def test_a_run_of_nothing_is_no_finding(pieces: Pieces) -> None:
    assert pieces.take_run([], FindingKind.TAGS) == ()
    assert pieces.findings == []


def test_an_opening_is_claimed_and_the_rest_stays_free(pieces: Pieces) -> None:
    (finding,) = pieces.cut_opening(1, len("GENEVA – "), "GENEVA –", ("no_year",))
    assert (pieces[1].opening, pieces[1].is_free) == (finding, True)
    assert pieces[1].text == "Ninety harbour workers have finished a course in night rescue."
    assert (finding.kind, finding.text, finding.first_line, finding.flags) == (
        FindingKind.DATELINE,
        "GENEVA –",
        2,
        ("no_year",),
    )


def test_what_is_doubted_stays_in_the_body(pieces: Pieces) -> None:
    pieces.doubt(4, FindingKind.CONTACT, "", "no_phone")
    pieces.doubt(1, FindingKind.DATELINE, "GENEVA")
    assert pieces[4].is_free
    assert pieces[1].is_free
    assert [(one.text, one.confidence, one.flags) for one in pieces.findings] == [
        ("Contact: Dana Whitlock", Confidence.LOW, ("no_phone",)),
        ("GENEVA", Confidence.LOW, ()),
    ]


def test_a_split_piece_makes_two_of_the_same_line(pieces: Pieces) -> None:
    pieces.split(1, len("GENEVA –"))
    assert len(pieces) == 6
    assert [piece.text for piece in pieces.all[1:3]] == [
        "GENEVA –",
        "Ninety harbour workers have finished a course in night rescue.",
    ]
    assert [piece.paragraph.first_line for piece in pieces.all[1:3]] == [2, 2]
    assert [piece.gap for piece in pieces.all[1:3]] == [None, " "]
    assert pieces[1].whole == pieces[2].whole
    assert pieces[3].text == "one"
