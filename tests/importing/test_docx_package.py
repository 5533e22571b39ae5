import io
import zipfile

import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.docx_package import opened, opens_office_file
from tests.importing.docx_writing import document, paragraph, run
from tests.importing.pictures import png


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_what_is_no_xml_is_replaced_by_its_path() -> None:
    raw = document(
        paragraph(run("One")),
        pictures={"r": ("a.png", png())},
        parts={"word/embeddings/a.bin": b"\0\1"},
    )
    made, given = parts(opened(raw, "a.docx").content), parts(raw)
    assert made.keys() == given.keys()
    assert made["word/media/a.png"] == b"word/media/a.png"
    assert made["word/embeddings/a.bin"] == b"word/embeddings/a.bin"
    assert made["word/document.xml"] == given["word/document.xml"]
    assert made["_rels/.rels"] == given["_rels/.rels"]


def test_its_properties_are_read() -> None:
    raw = document(
        "", properties={"dc:title": " Nine\nports ", "dc:creator": "", "cp:category": "x"}
    )
    assert opened(raw, "a.docx").properties == {"title": "Nine ports"}
    assert opened(document(""), "a.docx").properties == {}


@pytest.mark.parametrize(
    ("mark", "is_shown"),
    [("<w:vanish/>", False), ('<w:vanish w:val="1"/>', False), ('<w:vanish w:val="false"/>', True)],
)
def test_runs_that_are_hidden_are_left_out(mark: str, is_shown: bool) -> None:
    raw = document(paragraph(run("vanish"), run("unseen", mark)))
    made = parts(opened(raw, "a.docx").content)["word/document.xml"]
    assert b">vanish<" in made
    assert (b"unseen" in made) is is_shown


def test_more_text_than_any_document_has_is_refused() -> None:
    many = {f"word/part{number}.xml": _noise(number) for number in range(12)}
    with pytest.raises(ImportRefusedError) as refused:
        opened(document("", parts=many), "a.docx")
    assert refused.value.problem is ImportProblem.TOO_LARGE


def _noise(number: int) -> str:
    """Two million characters of XML that do not pack too well."""
    return "<a>" + "".join(f"<b c='{at * 7919 * (number + 1)}'/>" for at in range(100_000)) + "</a>"


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [(document(""), True), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True), (b"PK\x03\x04 zip", False),
     (b"Word", False)],
)  # fmt: skip
def test_it_is_told_by_its_beginning(raw: bytes, is_one: bool) -> None:
    assert opens_office_file(raw) is is_one
