from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.lines import paragraphs
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.rest import note_rest

TEXT = """\
Ninety harbour workers have finished a course in night rescue, and
they said so.

Tags: port

“We are ready for all of it now, whatever comes,” said Ann Stone.
"""


def test_the_body_is_listed_around_what_was_taken_with_its_mended_lines_and_quotes() -> None:
    pieces = Pieces([Piece(one, one.text) for one in paragraphs(TEXT)])
    pieces.take(1, FindingKind.TAGS)
    body = "\n\n".join(piece.text for _at, piece in pieces.free(0))
    note_rest(pieces, body, "en", Confidence.LOW)
    found = {one.kind: one for one in pieces.findings}
    stretches = [one for one in pieces.findings if one.kind is FindingKind.BODY]
    assert [(one.first_line, one.last_line) for one in stretches] == [(0, 1), (5, 5)]
    assert found[FindingKind.MENDED_LINES].text == "and"
    assert found[FindingKind.QUOTE].flags == ("Ann Stone",)
    assert found[FindingKind.QUOTE].first_line == 5
    language = found[FindingKind.LANGUAGE]
    assert (language.text, language.confidence) == ("en", Confidence.LOW)
