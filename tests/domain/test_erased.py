from dataclasses import fields

from newsdesk.domain.erased import ErasedRelease


def test_nothing_that_is_left_of_a_release_is_its_text() -> None:
    assert {field.name for field in fields(ErasedRelease)} == {
        "id",
        "trashed_at",
        "trashed_by",
        "erased_at",
        "erased_by",
        "revision_hashes",
        "export_hashes",
    }
