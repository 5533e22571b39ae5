from dataclasses import replace

import pytest

from newsdesk.desk import Desk
from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    LockedReleaseError,
    NotFoundError,
    StaleReleaseError,
    TransitionError,
)
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State
from tests.services.conftest import Clock


def test_a_new_draft_is_begun_the_way_the_house_writes(desk: Desk) -> None:
    desk.newsroom.edit({"dateline_style": "un", "languages": "fr; en", "tz": "Pacific/Auckland"})
    desk.boilerplates.add(BoilerplateKind.ABOUT, "fr", "À propos de nous.")
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "About us.")
    release, changes = desk.releases.new({})
    assert release.language == "fr"
    assert release.dateline.style is DatelineStyle.UN
    assert str(release.dateline.date) == "2026-03-02"
    assert [text.text_md for text in release.boilerplates] == ["À propos de nous."]
    assert changes.releases == {release.id}


def test_the_day_of_a_new_draft_is_the_desks_not_greenwichs(desk: Desk, clock: Clock) -> None:
    desk.newsroom.edit({"tz": "Pacific/Auckland"})
    clock.advance(hours=5)  # 14:30 in Greenwich is past midnight there
    assert str(desk.releases.new({})[0].dateline.date) == "2026-03-03"


def test_what_was_saved_is_what_is_read(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "Harbour opens"}, body_md="It opened.\n\nYes.")
    assert desk.releases.get(str(release.id)) == release


def test_a_release_is_named_after_its_first_headline(desk: Desk) -> None:
    release, _ = desk.releases.new({})
    assert release.slug == "untitled"
    named, _ = desk.releases.edit("untitled", {"headline": "Harbour opens"})
    assert named.slug == "harbour-opens"
    renamed, _ = desk.releases.edit("harbour-opens", {"headline": "Harbour opens late"})
    assert renamed.slug == "harbour-opens"  # a name that somebody may have noted stays
    assert desk.releases.new({"headline": "Harbour opens"})[0].slug == "harbour-opens-2"


def test_a_release_is_found_by_id_by_its_beginning_and_by_slug(desk: Desk) -> None:
    one, _ = desk.releases.new({"headline": "One"})
    other, _ = desk.releases.new({"headline": "Other"})
    assert desk.releases.get(str(one.id)).id == one.id
    assert desk.releases.get(one.id.hex[:30]).id == one.id
    assert desk.releases.get("other").id == other.id
    with pytest.raises(AmbiguousKeyError) as several:
        desk.releases.get(str(one.id)[:3])
    assert len(several.value.matches) == 2
    for nobody in ("nothing-like-it", "", "%", "_"):
        with pytest.raises(NotFoundError):
            desk.releases.get(nobody)


def test_every_edit_is_kept_as_a_link_of_the_chain(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    clock.advance(minutes=5)
    desk.releases.edit("one", {"headline": "Two"})
    first, second = desk.releases.revisions("one")
    assert (first.number, second.number) == (1, 2)
    assert second.prev_sha == first.sha256
    assert second.created == clock.now
    assert desk.releases.get(str(release.id)).current_revision == 2


def test_an_edit_that_changes_nothing_keeps_nothing(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    same, changes = desk.releases.edit("one", {"starred": "no"})
    assert same == release
    assert not changes.subjects
    assert len(desk.releases.revisions("one")) == 1


def test_the_second_of_two_saves_from_one_reading_is_refused(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    mine = release.edited(clock.now, body_md="Mine.")
    theirs = release.edited(clock.now, body_md="Theirs.")
    desk.releases.save(mine, Reason.AUTOSAVE)
    with pytest.raises(StaleReleaseError):
        desk.releases.save(theirs, Reason.AUTOSAVE)
    assert desk.releases.get("one").body_md == "Mine."


def test_a_published_release_keeps_its_text(desk: Desk) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    with pytest.raises(LockedReleaseError):
        desk.releases.edit("one", {"headline": "Two"})
    starred, _ = desk.releases.edit("one", {"starred": "yes"})
    assert starred.starred
    assert starred.headline == "One"


def test_a_duplicate_has_a_name_and_a_life_of_its_own(desk: Desk) -> None:
    original, _ = desk.releases.new({"headline": "One", "symbol": "X/1"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    twin, _ = desk.releases.duplicate("one")
    assert (twin.slug, twin.state, twin.symbol) == ("one-2", State.DRAFT, None)
    assert twin.body_md == original.body_md
    assert desk.releases.get("one").state is State.PUBLISHED


def test_a_recalled_release_is_not_duplicated(desk: Desk) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    desk.workflow.take("one", Action.RECALL, reason="wrong")
    with pytest.raises(TransitionError):
        desk.releases.duplicate("one")


def test_the_trash_hides_a_draft_and_gives_it_back(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    desk.releases.trash("one")
    assert desk.releases.summaries(ReleaseQuery()) == []
    assert [row.slug for row in desk.releases.summaries(ReleaseQuery(trashed=True))] == ["one"]
    desk.releases.untrash("one")
    assert [row.slug for row in desk.releases.summaries(ReleaseQuery())] == ["one"]


def test_what_was_published_is_never_thrown_away(desk: Desk) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    with pytest.raises(TransitionError):
        desk.releases.trash("one")


def test_the_list_says_what_the_release_says(desk: Desk) -> None:
    desk.releases.new({"headline": "One", "dateline.places": "Geneva", "language": "fr"})
    (row,) = desk.releases.summaries(ReleaseQuery())
    assert (row.headline, row.slug, row.state, row.language, row.dateline_text) == (
        "One",
        "one",
        State.DRAFT,
        "fr",
        "Genève – ",
    )


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        (ReleaseQuery(text="par"), ["paer"]),
        (ReleaseQuery(text="harb"), ["harbour"]),
        (ReleaseQuery(states=frozenset({State.PUBLISHED})), ["harbour"]),
        (ReleaseQuery(language="fr"), ["paer"]),
        (ReleaseQuery(text='" OR 1=1 --'), []),
        (ReleaseQuery(limit=1), ["paer"]),
    ],
)
def test_a_list_is_narrowed(
    desk: Desk, clock: Clock, query: ReleaseQuery, slugs: list[str]
) -> None:
    desk.releases.new({"headline": "Harbour"}, body_md="Text.")
    desk.workflow.take("harbour", Action.PUBLISH)
    clock.advance(minutes=1)
    desk.releases.new({"headline": "Pär", "language": "fr", "slug": "paer"})
    assert [row.slug for row in desk.releases.summaries(query)] == slugs


def test_a_release_saved_by_a_form_keeps_its_lock_counter_honest(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    saved, _ = desk.releases.save(replace(release, starred=True), Reason.AUTOSAVE)
    assert saved.version == release.version + 1
    assert desk.releases.get("one") == saved
