import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import SourceKind
from newsdesk.importing.draft import ImportTools
from newsdesk.importing.text import SUFFIXES, read

TEXT = """\
Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

For more information, please contact:
Dana Whitlock
Tel: +41 22 555 01 00
"""


def test_a_plain_text_is_taken_apart(tools: ImportTools) -> None:
    draft = read(TEXT.encode(), "crews.txt", tools)
    assert draft.headline == "Harbour crews train for winter"
    assert draft.body_md.startswith("Ninety harbour workers")
    assert [contact.display_name for contact in draft.contacts] == ["Dana Whitlock"]
    assert (draft.file_name, draft.kind, draft.language) == ("crews.txt", SourceKind.FILE, "en")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_of_a_file_leaves_no_trace(encoding: str, tools: ImportTools) -> None:
    assert read(TEXT.encode(encoding), "a.txt", tools) == read(TEXT.encode(), "a.txt", tools)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b"\x89PNG\r\n", ImportProblem.BINARY),
        (b"Gr\xfc\xdfe", ImportProblem.ENCODING),
        (b"<!doctype html><p>Hello", ImportProblem.UNKNOWN_KIND),
        (b"{\\rtf1 Hello}", ImportProblem.UNKNOWN_KIND),
    ],
)
def test_what_is_no_plain_text_is_refused(
    raw: bytes, problem: ImportProblem, tools: ImportTools
) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(raw, "a.txt", tools)
    assert (refused.value.problem, refused.value.source) == (problem, "a.txt")


def test_suffixes_are_compared_in_lower_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)
