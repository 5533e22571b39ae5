import pytest

from newsdesk.rendering.blocks import split
from newsdesk.rendering.definitions import MOST_ABBREVIATIONS, Definitions, Reference, Uses
from newsdesk.rendering.findings import FindingKind, RenderFinding

SOURCE = """\
[The  Report]: <https://example.org/> "Title"
[site]: https://example.org/site
(Its page)

[^1]: First line
lazy line
    indented line

    A second paragraph.

[^a note]: Other

*[UN]: United Nations
"""


def definitions_of(source: str) -> Definitions:
    return Definitions.of(split(source))


def test_a_reference_is_found_by_its_label_in_any_case_and_spacing() -> None:
    uses = definitions_of(SOURCE).uses_of("[the\nreport] and [x][SITE]")
    assert uses
    assert uses.references == (
        Reference("site", "https://example.org/site", "Its page"),
        Reference("the report", "https://example.org/", "Title"),
    )


def test_a_note_keeps_its_paragraphs_without_their_indentation() -> None:
    note = definitions_of(SOURCE).notes["1"]
    assert note.source == "First line\nlazy line\nindented line\n\nA second paragraph."
    assert (note.first_line, note.last_line) == (4, 8)


def test_a_block_depends_only_on_the_definitions_it_may_use() -> None:
    definitions = definitions_of(SOURCE)
    assert definitions.uses_of("text with (parentheses)") is None
    assert definitions.uses_of("see[^1] and[^2]") == Uses(notes=("1",))
    assert definitions.uses_of("the UN") == Uses(abbreviations=(("UN", "United Nations"),))


def test_a_body_without_definitions_uses_none() -> None:
    assert definitions_of("text").uses_of("text") is None


@pytest.mark.parametrize(
    ("edited", "is_same"),
    [
        (SOURCE + "\ntext", True),
        (SOURCE.replace("lazy line", "other"), True),  # a note is not in what cites it
        (SOURCE.replace('"Title"', '"Other"'), False),
        (SOURCE.replace("^a note", "^b"), False),
        (SOURCE.replace("Nations", "Cities"), False),
        (SOURCE + "*[WHO]: World Health Organization", False),
    ],
)
def test_blocks_may_use_the_same_until_a_definition_changes(edited: str, *, is_same: bool) -> None:
    uses = definitions_of(edited).all_uses()
    assert (uses == definitions_of(SOURCE).all_uses()) is is_same


def test_the_order_of_abbreviations_counts() -> None:
    lines = ["*[UN]: One", "*[U]: Two"]
    assert (
        definitions_of("\n".join(lines)).all_uses()
        != definitions_of("\n".join(lines[::-1])).all_uses()
    )


def test_of_two_definitions_the_last_counts_and_is_reported() -> None:
    definitions = definitions_of(
        "[a]: https://example.org/1\n\n[A]: https://example.org/2\n\n"
        "[^1]: one\n\n[^1]: two\n\n*[UN]: One\n*[UN]: Two"
    )
    uses = definitions.uses_of("[a] UN")
    assert uses
    assert uses.references[0].target == "https://example.org/2"
    assert uses.abbreviations == (("UN", "Two"),)
    assert definitions.notes["1"].source == "two"
    again = FindingKind.DEFINED_AGAIN
    assert definitions.findings == [RenderFinding(again, line, line) for line in (2, 6, 9)]


def test_abbreviations_beyond_reason_are_left_out_and_reported() -> None:
    labels = [f"A{number}" for number in range(MOST_ABBREVIATIONS + 2)]
    definitions = definitions_of("\n".join(f"*[{label}]: Title" for label in labels))
    uses = definitions.uses_of(" ".join(labels))
    assert uses
    assert len(uses.abbreviations) == MOST_ABBREVIATIONS
    kinds = [finding.kind for finding in definitions.findings]
    assert kinds == [FindingKind.TOO_MANY_ABBREVIATIONS] * 2
