from uuid import UUID

from newsdesk.domain.changes import Changes, Subject

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_touching_a_release_touches_the_releases() -> None:
    assert Changes.of(releases={ONE}).subjects == {Subject.RELEASES}
    assert Changes.of(Subject.CONTACTS).subjects == {Subject.CONTACTS}


def test_changes_add_up() -> None:
    both = Changes.of(Subject.TERMS, releases={ONE}) | Changes.of(releases={OTHER})
    assert both.subjects == {Subject.TERMS, Subject.RELEASES}
    assert both.releases == {ONE, OTHER}
    assert both | Changes() == both
