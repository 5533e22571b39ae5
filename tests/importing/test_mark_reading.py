import pytest

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.provenance import FindingKind
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.lines import Line
from newsdesk.importing.mark_reading import AS_IT_STANDS, Marked, MarkReader, MarkReading


@pytest.fixture
def reader(tools: ImportTools) -> MarkReader:
    return MarkReader(tools=tools, language="en", country_code="CH")


def read(reader: MarkReader, kind: FindingKind, text: str) -> MarkReading:
    lines = text.split("\n")
    part = Marked(lines=[Line(at, line) for at, line in enumerate(lines)], paragraphs=lines)
    return reader.read(kind, part)


@pytest.mark.parametrize(
    ("kind", "text", "name", "value"),
    [
        (FindingKind.HEADLINE, "Crews are\nready", "headline", "Crews are ready"),
        (FindingKind.SUBHEADLINE, "Ninety passed", "subheadline", "Ninety passed"),
        (FindingKind.BYLINE, "By Jane Roe", "byline", "Jane Roe"),
        (FindingKind.BYLINE, "jane roe, text", "byline", "jane roe, text"),
        (FindingKind.POSTED, "Posted: 4 May 2026, 10:00", "posted_local", "2026-05-04T10:00:00"),
        (FindingKind.TAGS, "Keywords: port, rescue", "tags", ("port", "rescue")),
        (FindingKind.TAGS, "port\nrescue", "tags", ("port", "rescue")),
        (FindingKind.TAGS, "#port #rescue", "tags", ("port", "rescue")),
        (FindingKind.CATEGORIES, "Sea", "categories", ("Sea",)),
    ],
)
def test_a_part_fills_the_field_of_its_kind(
    reader: MarkReader, kind: FindingKind, text: str, name: str, value: object
) -> None:
    reading = read(reader, kind, text)
    assert reading.values == {name: (value,)}
    assert reading.flags == ()


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (FindingKind.DATELINE, "dateline",
         Dateline(style=DatelineStyle.CUSTOM, custom_text="more or less here")),
        (FindingKind.POSTED, "posted_local", "more or less here"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_kept_as_it_stands(
    reader: MarkReader, kind: FindingKind, name: str, value: object
) -> None:
    reading = read(reader, kind, "more or less here")
    assert reading.values == {name: (value,)}
    assert reading.flags == (AS_IT_STANDS,)


def test_a_tag_that_is_a_sentence_is_kept_as_one(reader: MarkReader) -> None:
    text = "This is no tag. It is a sentence, and behind it comes another that is longer still."
    reading = read(reader, FindingKind.TAGS, text)
    assert reading.values == {"tags": ((text,),)}
    assert reading.flags == (AS_IT_STANDS,)


@pytest.mark.parametrize("text", ["GENEVA, 3 May 2026 –", "GENEVA, 3 May 2026", "GENEVA"])
def test_a_dateline_needs_no_dash(reader: MarkReader, text: str) -> None:
    (dateline,) = read(reader, FindingKind.DATELINE, text).values["dateline"]
    assert isinstance(dateline, Dateline)
    assert [place.city for place in dateline.places] == ["Geneva"]


@pytest.mark.parametrize("kind", [FindingKind.FURNITURE, FindingKind.END_MARK])
def test_what_is_left_out_fills_nothing(reader: MarkReader, kind: FindingKind) -> None:
    assert read(reader, kind, "Share this page") == MarkReading()


def test_a_time_that_cannot_be_read_is_no_embargo(reader: MarkReader) -> None:
    reading = read(reader, FindingKind.EMBARGO, "more or less here")
    assert not reading.is_claimed
    assert reading.values == {}
