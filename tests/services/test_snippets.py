from dataclasses import replace
from uuid import UUID

import pytest

from newsdesk.domain.changes import Subject
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError, StaleError
from newsdesk.domain.ids import SnippetId
from newsdesk.services.desk import Desk


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.snippets.all()]


def test_a_snippet_joins_the_others_at_their_end(desk: Desk) -> None:
    first, changes = desk.snippets.add("  Call   for media ", "\n\nMedia are invited.\n")
    second, _ = desk.snippets.add("Salutation", "{{cursor}},", "FR-ch")
    assert desk.snippets.all() == [first, second]
    assert (first.name, first.text_md, first.language) == (
        "Call for media",
        "Media are invited.",
        None,
    )
    assert (second.language, second.ordinal) == ("fr-CH", 1)
    assert changes.subjects == {Subject.SNIPPETS}


@pytest.mark.parametrize(
    ("name", "text", "language", "field"),
    [
        (" ", "Text", None, "name"),
        ("Name", " \n", None, "text_md"),
        ("Name", "Text", "no language", "language"),
    ],
)
def test_a_snippet_needs_a_name_and_a_text(
    desk: Desk, name: str, text: str, language: str | None, field: str
) -> None:
    with pytest.raises(FieldError) as caught:
        desk.snippets.add(name, text, language)
    assert caught.value.field == field
    assert desk.snippets.all() == []


def test_a_snippet_is_changed_unless_somebody_was_faster(desk: Desk) -> None:
    snippet, _ = desk.snippets.add("Sign-off", "Yours.")
    changed, _ = desk.snippets.save(replace(snippet, text_md="Yours ever.", language="en"))
    assert desk.snippets.all() == [changed]
    with pytest.raises(StaleError):
        desk.snippets.save(replace(snippet, text_md="Mine."))


@pytest.mark.parametrize(
    ("name", "by", "order"),
    [("C", -1, "ACB"), ("A", 1, "BAC"), ("A", 9, "BCA"), ("C", -9, "CAB"), ("B", 0, "ABC")],
)
def test_a_snippet_is_moved_among_the_others(desk: Desk, name: str, by: int, order: str) -> None:
    for one in "ABC":
        desk.snippets.add(one, "Text.")
    moved, _ = desk.snippets.move(desk.snippets.find(name).id, by)
    assert names(desk) == list(order)
    assert desk.snippets.all()[order.index(name)] == moved


def test_a_snippet_is_found_by_its_name_or_the_beginning_of_its_id(desk: Desk) -> None:
    snippet, _ = desk.snippets.add("Événement", "Text.")
    assert desk.snippets.find("evenement") == snippet
    assert desk.snippets.find(str(snippet.id)[:13]) == snippet
    with pytest.raises(NotFoundError):
        desk.snippets.find(str(snippet.id)[:3])
    desk.snippets.add("evenement", "Another.")
    with pytest.raises(AmbiguousKeyError):
        desk.snippets.find("Evenement")


def test_a_removed_snippet_can_be_put_back(desk: Desk) -> None:
    snippet, _ = desk.snippets.add("Sign-off", "Yours.")
    removed, _ = desk.snippets.remove("sign-off")
    assert desk.snippets.all() == []
    desk.snippets.put_back(removed.id)
    assert names(desk) == [snippet.name]
    with pytest.raises(NotFoundError):
        desk.snippets.move(SnippetId(UUID(int=1)), 1)
