from pathlib import Path

import pytest

from newsdesk.domain.provenance import Extent, FindingKind
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.extents import extents, source_lines
from newsdesk.importing.lines import spaced, tidied
from newsdesk.importing.markdown import read as read_markdown
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told

FOLDER = Path(__file__).parent / "files" / "releases"
RELEASES = sorted(path.stem for path in FOLDER.glob("*.txt"))
TEXT = """\
Skip to main content
Home
News

Embargoed until the minister has spoken

Harbour crews train for winter

GENEVA, 3 May 2026 – “We are ready for all of it now, whatever comes,” said Ann Stone, the
harbour master, when the course was over.

Contact: Dana Whitlock, Tel: +41 22 555 01 40
Tags: port
Share this page
"""


def found(draft: Draft, kind: FindingKind) -> list[Extent]:
    return [one for one in extents(draft) if one.finding.kind is kind]


def words(draft: Draft, extent: Extent) -> str:
    lines = list(source_lines(draft)[extent.first_line : extent.last_line + 1])
    lines[-1] = lines[-1][: extent.end]
    lines[0] = lines[0][extent.start :]
    return "\n".join(lines)


@pytest.mark.parametrize("is_markdown", [False, True])
@pytest.mark.parametrize("name", RELEASES)
def test_the_lines_are_those_of_the_source(
    name: str, is_markdown: bool, tools: ImportTools
) -> None:
    text = tidied((FOLDER / f"{name}.txt").read_text("utf-8"))
    lines = source_lines(dissect(text, tools=tools, is_markdown=is_markdown))
    wanted = [spaced(line) for line in text.split("\n")]
    assert [spaced(line) for line in lines] == wanted[: len(lines)]
    assert not any(wanted[len(lines) :])


@pytest.mark.parametrize("name", RELEASES)
def test_a_finding_stands_where_its_words_are(name: str, tools: ImportTools) -> None:
    draft = dissect((FOLDER / f"{name}.txt").read_text("utf-8"), tools=tools)
    for extent in extents(draft):
        if extent.finding.kind is FindingKind.QUOTE:
            continue  # its speaker may stand between its parts
        stood = "".join(words(draft, extent).split())
        assert stood in "".join(extent.finding.text.split()), extent


def test_a_dateline_and_a_quote_are_parts_of_their_lines(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools)
    (dateline,) = found(draft, FindingKind.DATELINE)
    assert words(draft, dateline) == "GENEVA, 3 May 2026 –"
    (quote,) = found(draft, FindingKind.QUOTE)
    assert words(draft, quote).strip("“”,") == quote.finding.text.strip("“”,")


def test_what_is_doubtful_stands_somewhere_too(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools)
    (embargo,) = found(draft, FindingKind.EMBARGO)
    assert words(draft, embargo) == "Embargoed until the minister has spoken"


def test_one_finding_may_stand_in_several_places(tools: ImportTools) -> None:
    furniture = found(dissect(TEXT, tools=tools), FindingKind.FURNITURE)
    assert len({one.first_line for one in furniture}) == len(furniture) > 1


def test_the_text_itself_and_what_was_told_elsewhere_stand_nowhere(tools: ImportTools) -> None:
    draft = dissect(TEXT, tools=tools, told=Told(byline="Ann Stone", where="feed"))
    kinds = {one.finding.kind for one in extents(draft)}
    assert not kinds & {FindingKind.BODY, FindingKind.LANGUAGE, FindingKind.BYLINE}


def test_of_a_text_that_was_not_taken_apart_there_is_the_body(tools: ImportTools) -> None:
    draft = read_markdown(b"---\nheadline: Crews are ready\n---\nThey\nare.\n", "one.md", tools)
    assert source_lines(draft) == ("They", "are.")
    assert extents(draft) == ()
