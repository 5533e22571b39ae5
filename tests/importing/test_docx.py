"""Word documents: ours part by part, and one of LibreOffice's own (`libreoffice.docx` is made of
`libreoffice.fodt` by `soffice --headless --convert-to docx`).

`docx.docx` is the document that `SAMPLE` is.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import FindingKind, SourceKind
from newsdesk.importing import drafts, source_of
from newsdesk.importing.docx import read
from newsdesk.importing.draft import ImportTools
from tests.importing.docx_writing import (
    document,
    link,
    note,
    packed,
    paragraph,
    picture,
    run,
    table,
)
from tests.importing.kept_words import kept, words
from tests.importing.pictures import png
from tests.importing.reading import read as read_any

FILES = Path(__file__).parent / "files"
FEWER = settings(max_examples=settings().max_examples // 3)
SAMPLE = document(
    paragraph(run("Nine ports train for winter"), style="Title")
    + paragraph(
        run("LORNE, 3 November 2025", "<w:b/>"),
        run(" – The harbour crews of nine ports train together from today, Harbour Office Lorne "),
        link("announced", "rLink"),
        run("."),
        note(1),
    )
    + paragraph(picture("rPhoto", "Three tugs in the ice"))
    + paragraph(run("Tugs at work. Photo: Ana Roe"), style="Caption")
    + paragraph(run("What they train"), style="Heading2")
    + paragraph(run("Towing at night"), style="ListParagraph", level=0)
    + paragraph(run("with two tugs"), style="ListParagraph", level=1)
    + paragraph(run("First aid"), style="ListParagraph", level=0)
    + paragraph(run("“Ice waits for nobody,” said Ben Stone, master of the port."), style="Quote")
    + table(("Port", "Boats"), ("Lorne", "4"), ("Skerry", "2"))
    + paragraph(run("For further information, please contact:"))
    + paragraph(run("Ana Roe, press officer, Harbour Office Lorne"))
    + paragraph(run("Tel: +41 22 555 01 40, ana.roe@example.org")),
    notes={1: "Winter lasts from November to March."},
    links={"rLink": "https://example.org/winter"},
    pictures={"rPhoto": ("image1.png", png())},
    properties={
        "dc:title": "Nine ports train for winter",
        "dc:creator": "Ana Roe",
        "dc:language": "en-GB",
        "cp:keywords": "harbours; winter",
    },
)


def body(raw: bytes, tools: ImportTools) -> str:
    return read(raw, "ports.docx", tools).body_md


def problem(raw: bytes, tools: ImportTools, name: str = "ports.docx") -> ImportProblem:
    with pytest.raises(ImportRefusedError) as refused:
        list(drafts(raw, name, tools))
    assert refused.value.source == name
    return refused.value.problem


# What is in it ----------------------------------------------------------------------------------


def test_a_release_is_read_out_of_a_document(tools: ImportTools) -> None:
    draft = read(SAMPLE, "ports.docx", tools)
    assert (draft.headline, draft.language) == ("Nine ports train for winter", "en")
    assert draft.kind is SourceKind.DOCUMENT
    assert draft.tags == ("harbours", "winter")
    assert [one.display_name for one in draft.contacts] == ["Ana Roe"]
    assert draft.body_md == (
        "The harbour crews of nine ports train together from today, Harbour Office Lorne "
        "[announced](https://example.org/winter).[^1]\n\n"
        "## What they train\n\n- Towing at night\n    - with two tugs\n- First aid\n\n"
        "> “Ice waits for nobody,” said Ben Stone, master of the port.\n\n"
        "| Port | Boats |\n| --- | --- |\n| Lorne | 4 |\n| Skerry | 2 |\n\n"
        "[^1]: Winter lasts from November to March."
    )


def test_the_sample_is_that_document(tools: ImportTools) -> None:
    raw = (FILES / "docx.docx").read_bytes()
    assert read(raw, "ports.docx", tools) == read(SAMPLE, "ports.docx", tools)


def test_pictures_are_named_with_what_is_said_of_them(tools: ImportTools) -> None:
    (photo,) = read(SAMPLE, "two #1.docx", tools).media
    assert photo.address == "two%20%231.docx/word/media/image1.png"
    assert (photo.alt, photo.caption) == ("Three tugs in the ice", "Tugs at work. Photo: Ana Roe")
    assert photo.credit == "Ana Roe"
    assert photo.kept is None


def test_what_libreoffice_writes_is_read_too(tools: ImportTools) -> None:
    raw = (FILES / "office" / "libreoffice.docx").read_bytes()
    markdown = (FILES / "office" / "harbour.md").read_text("utf-8")
    _headline, _, wanted = markdown.replace("Ends.\n\n", "").partition("\n\n")
    draft = read(raw, "ports.docx", tools)
    assert draft.headline == "Nine ports train for winter"
    assert draft.body_md == wanted.strip().replace("id=9", "id=9&utm_source=letter")


@pytest.mark.parametrize(
    ("xml", "markdown"),
    [
        (paragraph(run("One", "<w:b/>"), run(" two", "<w:i/>")), "**One** *two*"),
        (paragraph(run("a"), level=0, list_id=2) + paragraph(run("b"), level=0, list_id=2),
         "1. a\n2. b"),
        (paragraph(run("One"), "<w:del><w:r><w:delText>no</w:delText></w:r></w:del>",
                   "<w:ins>" + run(" two") + "</w:ins>"), "One two"),
        (paragraph(run("One"), run("no", "<w:vanish/>"), run(" two", '<w:vanish w:val="0"/>')),
         "One two"),
        (paragraph(run("One *two*")), "One \\*two\\*"),
        (paragraph(run("One"), style="Caption"), "One"),
    ],
)  # fmt: skip
def test_what_is_meant_is_kept(tools: ImportTools, xml: str, markdown: str) -> None:
    lead = "The harbour crews of nine ports train together for the winter and for ice."
    raw = document(paragraph(run(lead)) + xml)
    assert body(raw, tools) == f"{lead}\n\n{markdown}"


def test_a_title_that_the_text_does_not_have_is_no_headline(tools: ImportTools) -> None:
    raw = document(
        paragraph(run("Ports train"), style="Heading1") + paragraph(run("Nine ports train.")),
        properties={"dc:title": "Template for releases", "dc:creator": "Desk 4"},
    )
    draft = read(raw, "a.docx", tools)
    assert draft.headline == "Ports train"
    assert draft.byline is None
    said = [one.text for one in draft.findings if one.kind is FindingKind.FIELD]
    assert said == ["Desk 4"]


def test_a_document_is_told_by_its_beginning(tools: ImportTools) -> None:
    assert source_of(SAMPLE, "ports.txt").id == "docx"
    (draft,) = drafts(SAMPLE, "ports", tools)
    assert draft.headline


# What is refused --------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DTD = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("raw", "refused"),
    [
        (b"", ImportProblem.EMPTY),
        (SAMPLE[: len(SAMPLE) // 2], ImportProblem.DAMAGED),
        (OLE + "WordDocument".encode("utf-16-le"), ImportProblem.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ImportProblem.PASSWORD),
        (OLE + "Workbook".encode("utf-16-le"), ImportProblem.UNKNOWN_KIND),
        (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
         ImportProblem.UNKNOWN_KIND),
        (packed({"[Content_Types].xml": "<Types/>", "word/other.xml": "<w/>"}),
         ImportProblem.DAMAGED),
        (document("", parts={"word/styles.xml": f"{DTD}<w>&a;</w>"}), ImportProblem.DOCTYPE),
        (document("", parts={"word/theme.xml": f"{DTD}<w>&a;</w>".encode("utf-16")}),
         ImportProblem.DOCTYPE),
        (document("", parts={"word/document.xml": "<w:document>"}), ImportProblem.DAMAGED),
        (document("", parts={"word/document.xml": "<a>" * 400 + "</a>" * 400}),
         ImportProblem.DAMAGED),
        (document("", parts={"word/media/a.png": bytes(9_000_000)}), ImportProblem.ARCHIVE_BOMB),
        (document("", parts={"../word/a.xml": "<a/>"}), ImportProblem.ARCHIVE_PATH),
        (document(""), ImportProblem.EMPTY),
        (document(paragraph(picture("r")), pictures={"r": ("a.png", png())}),
         ImportProblem.NO_TEXT),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(
    tools: ImportTools, raw: bytes, refused: ImportProblem
) -> None:
    assert problem(raw, tools) is refused


def test_a_picture_that_lies_elsewhere_is_never_fetched(tools: ImportTools, tmp_path: Path) -> None:
    there = tmp_path / "a.png"
    there.write_bytes(png())
    text = "The harbour crews of nine ports train together for the winter and for ice."
    for address in ("http://127.0.0.1:9/a.png", there.as_uri(), str(there)):
        raw = document(
            paragraph(run(text), picture("r", is_linked=True)), linked_pictures={"r": address}
        )
        draft = read(raw, "a.docx", tools)
        assert (draft.body_md, draft.media) == (text, ())


def test_a_document_does_not_say_how_it_is_read(tools: ImportTools) -> None:
    text = "The harbour crews of nine ports train together for the winter and for ice."
    raw = document(paragraph(run(text)), parts={"mammoth/style-map": "p => !"})
    assert body(raw, tools) == text


# Anything ---------------------------------------------------------------------------------------

LINES = st.lists(
    st.text(st.sampled_from("harbour crews 12 é الميناء 港口*_[]#-"), min_size=1, max_size=30),
    min_size=1,
    max_size=6,
)
STYLES = st.sampled_from(["", "Heading1", "Heading2", "Quote", "Caption", "ListParagraph"])


@FEWER
@given(lines=LINES, style=STYLES, level=st.none() | st.integers(0, 4))
def test_no_word_of_a_document_is_lost(
    tools: ImportTools, lines: list[str], style: str, level: int | None
) -> None:
    raw = document("".join(paragraph(run(one), style=style, level=level) for one in lines))
    found, refused = read_any(raw, "a.docx", tools)
    if refused is None:
        said = sum((kept(one) + words(one.headline) for one in found), words(""))
        assert words(" ".join(lines)) - said == words("")
    else:
        assert not any(map(str.isalnum, "".join(lines))) or refused.problem is ImportProblem.EMPTY


@FEWER
@given(data=st.data())
def test_a_torn_document_is_read_or_refused(tools: ImportTools, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SAMPLE)))
    junk = data.draw(st.binary(max_size=8))
    found, refused = read_any(SAMPLE[:at] + junk + SAMPLE[at + len(junk) :], "a.docx", tools)
    assert found or refused
