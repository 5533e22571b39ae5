from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.extents import extents, source_lines
from newsdesk.importing.lines import markdown_paragraphs
from newsdesk.importing.passages import passages_of
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.surroundings import BESIDE, parted
from newsdesk.importing.taking_back import restored

LEAD = "Ninety harbour workers have finished a course in night rescue, the office said today."
PAGE = f"""\
- Home
- News

# Harbour crews train

GENEVA, 3 May 2026 – {LEAD}

A picture of the crews

The course goes on in spring, and more ports have asked for it since it began last year.

© 2026 The Office
"""
MENU, CAPTION, FOOTER = frozenset({0, 1}), frozenset({7}), frozenset({11})


def test_paragraphs_of_which_every_line_is_beside_stand_beside() -> None:
    found = markdown_paragraphs("one\ntwo\n\nthree\nfour")
    text, surroundings = parted(found, {0, 3, 4})
    assert [one.text for one in text] == ["one two"]
    assert [one.text for one in surroundings.findings] == ["three\nfour"]


def test_those_that_follow_each_other_are_one_finding() -> None:
    _text, surroundings = parted(markdown_paragraphs(PAGE), MENU | CAPTION | FOOTER)
    assert [(one.first_line, one.last_line) for one in surroundings.findings] == [
        (0, 1),
        (7, 7),
        (11, 11),
    ]
    assert {(one.kind, one.flags) for one in surroundings.findings} == {
        (FindingKind.FURNITURE, (BESIDE,))
    }


def test_nothing_beside_is_nothing_to_list() -> None:
    found = markdown_paragraphs(PAGE)
    text, surroundings = parted(found, ())
    assert (text, surroundings.findings) == (found, ())


def test_passages_stand_where_they_stood_on_the_page() -> None:
    text, surroundings = parted(markdown_paragraphs(PAGE), MENU | CAPTION | FOOTER)
    pieces = Pieces([Piece(one, one.text) for one in text])
    passages = surroundings.around(passages_of(pieces.all, is_markdown=True))
    lines = [one.paragraph.first_line for one in passages]
    assert lines == sorted(lines)
    assert len(lines) == 7


def test_what_is_put_back_is_in_the_body_at_its_place(tools: ImportTools) -> None:
    draft = dissect(PAGE, tools=tools, is_markdown=True, beside=MENU | CAPTION | FOOTER)
    assert draft.headline == "Harbour crews train"
    assert "picture" not in draft.body_md
    caption = [one for one in draft.findings if one.text == "A picture of the crews"]
    after = restored(draft, caption)
    assert after.body_md.split("\n\n")[1] == "A picture of the crews"
    assert after.headline == draft.headline


def test_a_person_sees_the_whole_page_with_what_stands_beside(tools: ImportTools) -> None:
    draft = dissect(PAGE, tools=tools, is_markdown=True, beside=MENU | CAPTION | FOOTER)
    assert source_lines(draft) == tuple(PAGE.rstrip("\n").split("\n"))
    marked = [(one.first_line, one.last_line) for one in extents(draft)]
    assert (0, 1) in marked
    assert (11, 11) in marked
