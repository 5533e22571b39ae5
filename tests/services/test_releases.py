from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.changes import Changes
from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    EmbargoError,
    FieldError,
    LockedReleaseError,
    NotFoundError,
    StaleReleaseError,
    TransitionError,
)
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportRequest
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


def test_a_text_that_came_too_late_is_kept_as_a_copy(desk: Desk) -> None:
    mine, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.releases.edit("one", {"headline": "Theirs"})
    copy, _ = desk.releases.keep_as_copy(replace(mine, body_md="Mine."))
    assert (copy.slug, copy.headline, copy.body_md) == ("one-2", "One", "Mine.")
    assert desk.releases.get("one").headline == "Theirs"


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


def test_a_list_shows_how_a_body_begins_in_plain_words(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="The **harbour** [opens](x).")
    (row,) = desk.releases.summaries(ReleaseQuery())
    assert row.opening == "The harbour opens."
    assert desk.releases.rows([release.id]) == [row]


def test_the_rows_of_a_list_are_fetched_by_its_keys(desk: Desk, clock: Clock) -> None:
    for headline in ("One", "Two", "Three"):
        desk.releases.new({"headline": headline})
        clock.advance(minutes=1)
    ids = desk.releases.ids(ReleaseQuery())
    assert [row.slug for row in desk.releases.rows(ids)] == ["three", "two", "one"]
    assert [row.slug for row in desk.releases.rows([ids[2], ids[0]])] == ["one", "three"]
    (found,) = desk.releases.ids(ReleaseQuery(text="two"))
    assert found == ids[1]


def test_lists_are_counted_by_the_desks_clock(desk: Desk, clock: Clock) -> None:
    embargoed = {"embargo.until_local": "2026-03-02T12:00", "embargo.tz": "UTC"}
    desk.releases.new({"headline": "One", **embargoed}, body_md="Text.")
    desk.releases.new({"headline": "Two"})
    desk.workflow.take("one", Action.PUBLISH)
    assert desk.releases.counts() == ReleaseCounts(all=2, drafts=1, embargoed=1, published=1)
    running = ReleaseQuery(embargoed_at=clock.now)
    assert [row.slug for row in desk.releases.summaries(running)] == ["one"]
    clock.advance(hours=3)
    desk.releases.trash("two")
    assert desk.releases.counts() == ReleaseCounts(all=1, published=1, trashed=1)


# What an editor or a form left ----------------------------------------------------------------


def test_a_save_is_dated_counted_and_kept(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    now = clock.advance(minutes=5)
    saved, changes = desk.releases.save(replace(release, body_md="Text."), Reason.AUTOSAVE)
    assert (saved.version, saved.versioncreated) == (release.version + 1, now)
    assert changes.releases == {release.id}
    assert desk.releases.get("one") == saved
    assert desk.releases.revisions("one")[-1].reason is Reason.AUTOSAVE


def test_an_autosave_of_what_is_stored_already_is_none(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "Cafe\u0301 opens"})
    typed = replace(release, headline="Cafe\u0301 opens")
    clock.advance(minutes=5)
    assert desk.releases.save(typed, Reason.AUTOSAVE) == (release, Changes())
    assert len(desk.releases.revisions("cafe-opens")) == 1


def test_a_save_by_hand_makes_the_last_autosave_permanent(desk: Desk, clock: Clock) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    saved, _ = desk.releases.save(replace(release, body_md="Text."), Reason.AUTOSAVE)
    clock.advance(minutes=5)
    by_hand, changes = desk.releases.save(saved, Reason.SAVE)
    assert changes.releases == {release.id}
    assert by_hand.versioncreated == saved.versioncreated
    assert [one.is_permanent for one in desk.releases.revisions("one")] == [True, False, True]
    assert desk.releases.save(by_hand, Reason.SAVE) == (by_hand, Changes())
    assert len(desk.releases.revisions("one")) == 3


def test_a_name_follows_a_headline_that_is_being_typed(desk: Desk) -> None:
    desk.releases.new({"headline": "Harbour"})
    release, _ = desk.releases.new({})
    for headline, slug in (
        ("Harb", "harb"),
        ("Harbour", "harbour-2"),
        ("Harbour opens", "harbour-opens"),
        ("", "untitled"),
        ("Quay", "quay"),
    ):
        release, _ = desk.releases.save(replace(release, headline=headline), Reason.AUTOSAVE)
        assert release.slug == slug


def test_a_name_that_was_chosen_stays(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One", "slug": "first"})
    release, _ = desk.releases.save(replace(release, headline="Two"), Reason.SAVE)
    assert release.slug == "first"
    release, _ = desk.releases.save(replace(release, headline="Three", slug="two"), Reason.SAVE)
    assert release.slug == "two"


def test_a_name_that_a_copy_went_out_under_stays(desk: Desk, tmp_path: Path) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.exports.export(
        ExportRequest(keys=("one",), format=ExportFormat.HTML, folder=tmp_path / "pages")
    )
    release, _ = desk.releases.save(replace(release, headline="Two"), Reason.AUTOSAVE)
    assert release.slug == "one"


@pytest.mark.parametrize(("slug", "offered"), [("No slug!", "no-slug"), ("taken", None)])
def test_a_name_that_cannot_be_is_refused(desk: Desk, slug: str, offered: str | None) -> None:
    desk.releases.new({"headline": "Taken"})
    release, _ = desk.releases.new({"headline": "One"})
    with pytest.raises(FieldError) as refused:
        desk.releases.save(replace(release, slug=slug), Reason.AUTOSAVE)
    assert refused.value.field == "slug"
    assert refused.value.allowed == ((offered,) if offered else ())


def test_a_save_changes_no_text_that_was_published(desk: Desk) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    release, _ = desk.workflow.take("one", Action.PUBLISH)
    with pytest.raises(LockedReleaseError):
        desk.releases.save(replace(release, body_md="Other."), Reason.AUTOSAVE)
    assert desk.releases.save(release, Reason.AUTOSAVE) == (release, Changes())


def test_a_save_takes_no_step(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    with pytest.raises(TransitionError):
        desk.releases.save(replace(release, state=State.PUBLISHED), Reason.SAVE)


def test_what_was_never_stored_is_not_saved(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    with pytest.raises(NotFoundError):
        desk.releases.save(replace(release, id=ReleaseId(UUID(int=1)), version=0), Reason.SAVE)


# The desk's marks, and the embargo ------------------------------------------------------------


def test_a_star_stands_in_nobodys_way(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "One"})
    starred, changes = desk.releases.star("one", starred=True)
    assert starred.starred
    assert changes.releases == {release.id}
    saved, _ = desk.releases.save(replace(release, body_md="Text."), Reason.AUTOSAVE)
    assert saved.starred
    assert desk.releases.star("one", starred=True) == (saved, Changes())
    assert len(desk.releases.revisions("one")) == 2


def test_a_star_set_as_a_field_is_no_revision(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    desk.releases.edit("one", {"starred": "yes"})
    desk.releases.edit("one", {"starred": "no", "headline": "Two"})
    assert not desk.releases.get("one").starred
    assert len(desk.releases.revisions("one")) == 2


def test_the_embargo_of_a_published_release_is_shortened_and_lifted(desk: Desk) -> None:
    late = {"embargo.until_local": "2026-05-03T09:00", "embargo.tz": "Europe/Zurich"}
    desk.releases.new({"headline": "One", **late}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    sooner = Embargo.until(datetime(2026, 4, 1, 9), "Europe/Zurich")
    shortened, changes = desk.releases.set_embargo("one", sooner)
    assert shortened.embargo == sooner
    assert changes.releases == {shortened.id}
    assert desk.releases.set_embargo("one", sooner) == (shortened, Changes())
    with pytest.raises(EmbargoError):
        desk.releases.set_embargo("one", Embargo.until(datetime(2026, 6, 1, 9), "UTC"))
    lifted, _ = desk.releases.set_embargo("one", None)
    assert lifted.embargo
    assert lifted.embargo.lifted_at
    assert [event.action for event in desk.releases.history("one")] == [
        "publish",
        "embargo",
        "embargo",
    ]


def test_the_embargo_of_a_draft_is_set_and_taken_away(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    embargo = Embargo.until(datetime(2026, 4, 1, 9), "Europe/Zurich")
    assert desk.releases.set_embargo("one", embargo)[0].embargo == embargo
    assert desk.releases.set_embargo("one", None)[0].embargo is None
    assert desk.releases.history("one") == []


def test_a_name_that_another_release_has_is_not_free(desk: Desk) -> None:
    first, _ = desk.releases.new({"headline": "Quay opens"})
    second, _ = desk.releases.new({"headline": "Crane arrives"})
    assert desk.releases.free_slug("quay-opens", first.id) == "quay-opens"
    assert desk.releases.free_slug("quay-opens", second.id) == "quay-opens-2"
    assert desk.releases.free_slug("harbour", second.id) == "harbour"
