from pathlib import Path

import pytest

from newsdesk.desk import Desk
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import FindingKind
from newsdesk.domain.query import ReleaseQuery
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
    imported, changes = desk.imports.store(desk.imports.read_file(path))
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
