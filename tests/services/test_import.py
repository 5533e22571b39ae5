from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.errors import ImportProblem, ImportRefusedError, LockedReleaseError
from newsdesk.domain.provenance import Confidence, FindingKind, SourceKind
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.workflow import Action, State
from newsdesk.services.desk import Desk
from newsdesk.services.import_ import AlreadyThere, Imported
from tests.services.conftest import Clock

TEXT = """\
Harbour crews train for winter

GENEVA, 3 May 2026 – Ninety harbour workers have finished a course in night rescue, the Office \
for Safe Harbours said today.

For more information, please contact:
Dana Whitlock
OSH Geneva
Email: dana.whitlock@example.org
"""
MARKDOWN = """\
---
headline: Harbour crews train
language: en
urgency: 3
slugline: crews
tags: [rescue, night]
---
Ninety harbour workers have finished a course.
"""


def test_a_source_stays_with_its_release(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "crews.txt"
    path.write_text(TEXT, encoding="utf-8")
    imported, changes = desk.imports.store(next(desk.imports.drafts_in(path)))
    release = desk.releases.get(str(imported.release.id))
    (source,) = release.provenance
    assert (source.file_name, source.imported_at) == ("crews.txt", clock.now)
    assert {found.kind for found in source.findings} >= {FindingKind.HEADLINE, FindingKind.CONTACT}
    assert release.id in changes.releases
    assert desk.releases.revisions(release.slug)[0].reason == "import"


def test_a_found_contact_joins_the_address_book_once(desk: Desk) -> None:
    for name in ("one.txt", "two.txt"):
        desk.imports.store(desk.imports.read(TEXT.encode(), name))
    (entry,) = desk.contacts.all()
    assert entry.display_name == "Dana Whitlock"
    for row in desk.releases.summaries(ReleaseQuery()):
        assert [c.contact_id for c in desk.releases.get(row.slug).contacts] == [entry.id]


def test_front_matter_sets_fields_by_their_names(desk: Desk) -> None:
    imported, _ = desk.imports.store(desk.imports.read(MARKDOWN.encode(), "crews.md"))
    release = imported.release
    assert (release.headline, release.urgency, release.slugline) == (
        "Harbour crews train",
        3,
        "crews",
    )
    assert [term.name("en") for term in release.terms] == ["rescue", "night"]
    assert release.body_md.strip() == "Ninety harbour workers have finished a course."


def test_front_matter_that_no_field_can_hold_is_refused_by_name(desk: Desk) -> None:
    raw = MARKDOWN.replace("urgency: 3", "urgency: 99").encode()
    with pytest.raises(ImportRefusedError) as refused:
        desk.imports.store(desk.imports.read(raw, "crews.md"))
    assert refused.value.problem is ImportProblem.FRONT_MATTER
    assert "urgency" in refused.value.detail
    assert desk.releases.summaries(ReleaseQuery()) == []


def test_a_preview_is_what_would_be_stored(desk: Desk) -> None:
    draft = desk.imports.read(MARKDOWN.encode(), "crews.md")
    seen = desk.imports.preview(draft).release
    stored = desk.imports.store(draft)[0].release
    assert desk.vocabularies.all()
    for field in ("headline", "slug", "language", "body_md", "urgency", "dateline", "contacts"):
        assert getattr(seen, field) == getattr(stored, field)


def test_a_preview_stores_nothing(desk: Desk) -> None:
    desk.imports.preview(desk.imports.read(TEXT.encode(), "one.txt"))
    assert desk.contacts.all() == []
    assert desk.releases.summaries(ReleaseQuery()) == []


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b" \n\t \n", ImportProblem.EMPTY),
        (b"\x00\x01\x02" * 400, ImportProblem.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), ImportProblem.BINARY),
        ("café".encode("latin-1"), ImportProblem.ENCODING),
    ],
)
def test_what_is_no_text_is_refused(desk: Desk, raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        desk.imports.read(raw, "file.txt")
    assert refused.value.problem is problem


def test_a_name_alone_means_the_one_whom_the_address_book_calls_so(desk: Desk) -> None:
    desk.imports.store(desk.imports.read(TEXT.encode(), "one.txt"))
    raw = MARKDOWN.replace("urgency: 3", "contacts: Dana Whitlock").encode()
    imported, _ = desk.imports.store(desk.imports.read(raw, "crews.md"))
    (contact,) = imported.release.contacts
    assert (contact.display_name, contact.office) == ("Dana Whitlock", "OSH Geneva")
    assert len(desk.contacts.all()) == 1


def test_a_name_alone_that_nobody_knows_stays_a_name(desk: Desk) -> None:
    raw = MARKDOWN.replace("urgency: 3", "contacts: Noor Elm").encode()
    imported, _ = desk.imports.store(desk.imports.read(raw, "crews.md"))
    assert [contact.display_name for contact in imported.release.contacts] == ["Noor Elm"]
    assert desk.contacts.all() == []


# Pasting and confirming ---------------------------------------------------------------------------


def test_a_pasted_text_is_taken_apart_and_has_no_file(desk: Desk) -> None:
    draft = desk.imports.read_pasted(TEXT)
    assert (draft.kind, draft.file_name) == (SourceKind.PASTE, None)
    assert draft.headline == "Harbour crews train for winter"
    release = desk.imports.store(draft)[0].release
    (source,) = desk.releases.get(str(release.id)).provenance
    assert (source.kind, source.file_name) == (SourceKind.PASTE, None)


def test_a_pasted_front_matter_is_read_as_one(desk: Desk) -> None:
    draft = desk.imports.read_pasted(MARKDOWN)
    assert (draft.kind, draft.file_name, draft.headline) == (
        SourceKind.PASTE,
        None,
        "Harbour crews train",
    )
    assert desk.imports.preview(draft).release.urgency == 3


def test_half_a_character_in_a_pasted_text_does_no_harm(desk: Desk) -> None:
    assert "rescue" in desk.imports.read_pasted(f"\ud83d {TEXT}").body_md


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ImportProblem.EMPTY),
        (" \n\u200b\n", ImportProblem.EMPTY),
        ("<!DOCTYPE html><a href=/>Home</a>", ImportProblem.NO_TEXT),
    ],
)
def test_nothing_to_read_in_a_pasted_text_is_refused(
    desk: Desk, text: str, problem: ImportProblem
) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        desk.imports.read_pasted(text)
    assert (refused.value.problem, refused.value.source) == (problem, "")


@pytest.mark.parametrize(
    ("text", "name", "is_needed"),
    [
        (TEXT, "one.txt", True),
        (TEXT, "unknown", True),
        (MARKDOWN, "one.md", False),
        (MARKDOWN, "one.txt", False),
        ("# Harbour crews train\n\nThey do.\n", "one.md", False),
        ("<!DOCTYPE html><h1>Harbour crews train</h1><p>They do.</p>", "one.html", True),
    ],
)
def test_what_was_read_out_of_plain_words_needs_confirmation(
    desk: Desk, text: str, name: str, is_needed: bool
) -> None:
    assert desk.imports.needs_confirmation(desk.imports.read(text.encode(), name)) is is_needed


def test_what_was_read_out_of_a_document_needs_it_too(desk: Desk) -> None:
    raw = (Path(__file__).parents[1] / "importing" / "files" / "docx.docx").read_bytes()
    assert desk.imports.needs_confirmation(desk.imports.read(raw, "ports.docx"))


def test_a_refused_finding_is_stored_as_text(desk: Desk) -> None:
    draft = desk.imports.read_pasted(TEXT)
    refused = [one for one in draft.findings if one.kind is FindingKind.CONTACT]
    assert all(desk.imports.can_be_restored(one) for one in refused)
    release = desk.imports.store(desk.imports.restored(draft, refused))[0].release
    stored = desk.releases.get(str(release.id))
    assert stored.contacts == ()
    assert desk.contacts.all() == []
    assert stored.body_md.endswith("OSH Geneva\n\nEmail: dana.whitlock@example.org")
    (source,) = stored.provenance
    (listed,) = [one for one in source.findings if one.kind is FindingKind.CONTACT]
    assert listed.confidence is Confidence.LOW


def test_a_refused_finding_that_is_let_stand_again_leaves_no_trace(desk: Desk) -> None:
    draft = desk.imports.read_pasted(TEXT)
    assert desk.imports.restored(draft, draft.findings) != draft
    assert desk.imports.restored(draft, ()) == draft


def test_a_corrected_headline_is_the_one_that_is_stored(desk: Desk) -> None:
    draft = replace(desk.imports.read_pasted(TEXT), headline="Crews train for winter")
    draft = desk.imports.restored(draft, [one for one in draft.findings if one.kind == "contact"])
    release = desk.imports.store(draft)[0].release
    assert (release.headline, release.slug) == ("Crews train for winter", "crews-train-for-winter")


# Many at once ---------------------------------------------------------------------------------


def test_one_that_cannot_be_stored_leaves_no_trace_and_the_others_whole(desk: Desk) -> None:
    bad = MARKDOWN.replace("urgency: 3", "urgency: 99\ncontacts: Noor Elm").replace("night", "dusk")
    texts = [(TEXT, "one.txt"), (bad, "bad.md"), (MARKDOWN, "two.md"), (TEXT, "three.txt")]
    drafts = [desk.imports.read(text.encode(), name) for text, name in texts]
    outcomes, changes = desk.imports.store_all(drafts)
    assert [isinstance(one, Imported) for one in outcomes] == [True, False, True, True]
    stored = [one.release for one in outcomes if isinstance(one, Imported)]
    assert changes.releases == {release.id for release in stored}
    assert [release.slug for release in stored] == [
        "harbour-crews-train-for-winter",
        "harbour-crews-train",
        "harbour-crews-train-for-winter-2",
    ]
    for release in stored:
        assert desk.releases.get(str(release.id)) == release
        assert [one.reason for one in desk.releases.revisions(release.slug)] == ["import"]
    assert {term.name("en") for term in desk.vocabularies.all()} == {"rescue", "night"}
    assert [entry.display_name for entry in desk.contacts.all()] == ["Dana Whitlock"]


def test_what_was_taken_back_leaves_no_gap_in_the_names(desk: Desk) -> None:
    bad = MARKDOWN.replace("urgency: 3", "urgency: 99")
    texts = [(TEXT, "one.txt"), (TEXT, "two.txt"), (TEXT, "three.txt"), (bad, "bad.md")]
    drafts = [desk.imports.read(text.encode(), name) for text, name in texts]
    outcomes, _ = desk.imports.store_all(drafts)
    assert [one.release.slug for one in outcomes if isinstance(one, Imported)] == [
        "harbour-crews-train-for-winter",
        "harbour-crews-train-for-winter-2",
        "harbour-crews-train-for-winter-3",
    ]


# What is here already -------------------------------------------------------------------------


def test_of_one_run_too_only_the_first_of_two_is_stored(desk: Desk) -> None:
    drafts = [desk.imports.read(TEXT.encode(), name) for name in ("one.txt", "two.txt")]
    (stored, left_out), changes = desk.imports.store_all(drafts, Resolution.SKIP)
    assert isinstance(stored, Imported)
    assert isinstance(left_out, AlreadyThere)
    assert left_out.duplicate.release_id == stored.release.id
    assert changes.releases == {stored.release.id}


def test_a_copy_is_stored_beside_it(desk: Desk) -> None:
    drafts = [desk.imports.read(TEXT.encode(), name) for name in ("one.txt", "two.txt")]
    first, second = desk.imports.store_all(drafts, Resolution.COPY)[0]
    assert isinstance(first, Imported)
    assert isinstance(second, Imported)
    assert second.release.slug == f"{first.release.slug}-2"


def test_an_update_is_one_more_revision_of_the_same_draft(desk: Desk) -> None:
    longer = TEXT.replace("today.", "today. They trained for weeks on the quays of Samport.")
    first = desk.imports.store(desk.imports.read(longer.encode(), "one.txt"))[0].release
    newer = desk.imports.read(longer.replace("Ninety", "Ninety-one").encode(), "two.txt")
    (became,), _ = desk.imports.store_all([newer], Resolution.UPDATE)
    assert isinstance(became, Imported)
    assert (became.release.id, became.release.slug) == (first.id, first.slug)
    assert [one.reason for one in desk.releases.revisions(first.slug)] == ["import", "import"]
    assert [one.file_name for one in became.release.provenance] == ["one.txt", "two.txt"]
    assert len(became.release.contacts) == len(desk.contacts.all()) == 1
    with desk.imports._workplace.database.reading() as work:
        assert list(work.revisions.flaws(first.id)) == []


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    draft = desk.imports.read(TEXT.encode(), "one.txt")
    first = desk.imports.store(draft)[0].release
    assert desk.imports.update(draft, first.id)[0].release == first
    assert len(desk.releases.revisions(first.slug)) == 1


def test_an_update_that_is_refused_leaves_nothing_behind(desk: Desk) -> None:
    first = desk.imports.store(desk.imports.read(MARKDOWN.encode(), "crews.md"))[0].release
    desk.workflow.take(first.slug, Action.SUBMIT)
    with pytest.raises(LockedReleaseError):
        desk.imports.update(desk.imports.read(TEXT.encode(), "one.txt"), first.id)
    assert desk.contacts.all() == []
    assert desk.releases.get(first.slug).body_md == first.body_md


def test_what_its_source_has_published_comes_in_published(desk: Desk) -> None:
    draft = desk.imports.read(b"Harbour opens\n\nThe harbour opened today.", "a.txt")
    at = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    published = replace(draft, firstpublished=at)
    assert desk.imports.preview(published).release.state is State.PUBLISHED
    stored, _ = desk.imports.store(published)
    kept = desk.releases.get(str(stored.release.id))
    assert (kept.state, kept.firstpublished) == (State.PUBLISHED, at)
    assert desk.imports.store(draft)[0].release.state is State.DRAFT
