"""Keeping releases, and finding them again."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import (
    AmbiguousKeyError,
    FieldError,
    NotFoundError,
    StaleReleaseError,
    StorageError,
    StorageProblem,
)
from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.provenance import Provenance, SourceKind
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.slug import unique
from newsdesk.domain.workflow import State
from newsdesk.storage import finding
from newsdesk.storage.database import Database
from tests.storage.making import NOW, Clock, keep, plain_release


def keyed(number: int, slug: str) -> Release:
    key = ReleaseId(UUID(int=number))
    return plain_release(id=key, family_id=FamilyId(key), slug=slug)


def headlines(database: Database, query: ReleaseQuery) -> list[str]:
    with database.reading() as work:
        return [summary.headline for summary in work.releases.summaries(query)]


def saved(database: Database, release: Release) -> Release:
    with database.transaction() as work:
        return work.releases.save(release, dateline_text="GENEVA, 2 March")


# Saving ---------------------------------------------------------------------------------------


def test_every_save_counts(database: Database) -> None:
    first = saved(database, plain_release())
    second = saved(database, replace(first, headline="Changed"))
    assert (first.version, second.version) == (1, 2)
    with database.reading() as work:
        assert work.releases.get(first.id) == second


def test_a_release_that_somebody_else_saved_is_not_overwritten(database: Database) -> None:
    mine = saved(database, plain_release())
    saved(database, replace(mine, headline="Theirs"))
    with pytest.raises(StaleReleaseError) as caught:
        saved(database, replace(mine, headline="Mine"))
    assert caught.value.release == str(mine.id)
    assert headlines(database, ReleaseQuery()) == ["Theirs"]
    assert headlines(database, ReleaseQuery(text="mine")) == []


def test_a_new_release_under_the_key_of_another_is_stale(database: Database) -> None:
    release = saved(database, plain_release())
    with pytest.raises(StaleReleaseError):
        saved(database, replace(release, version=0))


def test_a_saved_release_that_is_not_here_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        saved(database, plain_release(version=3))


def test_a_slug_belongs_to_one_release(database: Database) -> None:
    saved(database, plain_release(slug="bridge"))
    with pytest.raises(FieldError) as caught:
        saved(database, plain_release(slug="bridge"))
    assert (caught.value.field, caught.value.value) == ("slug", "bridge")
    other = saved(database, plain_release(slug="port"))
    with pytest.raises(FieldError):
        saved(database, replace(other, slug="bridge"))


def test_the_current_revision_is_the_last_one_whatever_a_save_says(database: Database) -> None:
    release = keep(database, plain_release())
    assert release.current_revision == 1
    saved(database, replace(release, current_revision=7))
    other = saved(database, plain_release(current_revision=5))
    with database.reading() as work:
        assert work.releases.get(release.id).current_revision == 1
        assert work.releases.get(other.id).current_revision == 0


def test_a_save_is_dated(database: Database, clock: Clock) -> None:
    release = saved(database, plain_release())
    clock.advance(hours=1)
    saved(database, release)
    with database.reading() as work:
        row = work.releases._connection.execute(text("SELECT * FROM release")).one()
    assert row.created_at == "2026-03-02 09:30:12.345678"
    assert row.updated_at == "2026-03-02 10:30:12.345678"


def test_a_state_stands_in_the_file_by_its_value(database: Database) -> None:
    saved(database, plain_release(state=State.PUBLISHED))
    with database.reading() as work:
        stored = work.releases._connection.scalar(text("SELECT state FROM release"))
    assert stored == "published"


# Damage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE release SET body_md = replace(body_md, 'Monday', 'Sunday')",
        "UPDATE release SET embargo_city_label = 'Geneva'",
        "UPDATE release SET state = 'publishing'",
        "UPDATE release SET firstcreated = 'never'",
        "UPDATE release SET headline = CAST(x'C328' AS TEXT)",
        "UPDATE revision SET sha256 = ''",
        "DELETE FROM release_contact_point",
    ],
)
def test_a_row_that_was_changed_behind_our_back_is_noticed(database: Database, damage: str) -> None:
    contact = ReleaseContact(points=(ContactPoint(kind=PointKind.PHONE, value="+41225550100"),))
    embargo = Embargo.until(datetime(2026, 5, 3, 9), "Europe/Zurich")
    release = keep(database, plain_release(contacts=(contact,), embargo=embargo))
    with database.transaction() as work:
        work.releases._connection.execute(text(damage))
    with pytest.raises(StorageError) as caught, database.reading() as work:
        work.releases.get(release.id, verified=True)
    assert caught.value.problem is StorageProblem.CORRUPT


def test_damage_names_the_release(database: Database) -> None:
    release = keep(database, plain_release())
    with database.transaction() as work:
        work.releases._connection.execute(text("UPDATE release SET state = 'x', headline = 'y'"))
    with pytest.raises(StorageError) as caught, database.reading() as work:
        work.releases.get(release.id)
    assert str(release.id) in caught.value.detail


def test_a_star_and_a_lock_are_no_damage(database: Database) -> None:
    release = keep(database, plain_release())
    saved(database, replace(release, starred=True, locked_by="dana"))
    with database.reading() as work:
        assert work.releases.get(release.id, verified=True).starred


# Finding --------------------------------------------------------------------------------------


def test_a_release_is_found_by_slug_id_and_beginning(database: Database) -> None:
    one = saved(database, keyed(0xABCD << 112, "bridge"))
    saved(database, keyed(0xABFF << 112, "port"))
    with database.reading() as work:
        for key in ("bridge", " Bridge ", str(one.id), one.id.hex, one.uri, "abcd", "ABCD0000-0"):
            assert work.releases.by_key(key) == one.id, key


def test_a_slug_comes_before_the_beginning_of_an_id(database: Database) -> None:
    saved(database, keyed(0xBEE << 116, "port"))
    bee = saved(database, keyed(1, "bee"))
    with database.reading() as work:
        assert work.releases.by_key("bee") == bee.id


def test_a_beginning_that_fits_several_names_them(database: Database) -> None:
    ids = [saved(database, keyed((0xABC << 116) + n, f"s{n}")).id for n in range(2)]
    with database.reading() as work, pytest.raises(AmbiguousKeyError) as caught:
        work.releases.by_key("abc")
    assert caught.value.matches == tuple(map(str, ids))


@pytest.mark.parametrize(
    "key", ["", " ", "-", "zzz", "12", "%", "a_", "' OR 1=1 --", "f" * 33, "\0", "é", "𝟙"]
)
def test_a_key_of_nothing_finds_nothing(database: Database, key: str) -> None:
    saved(database, keyed(0xABC << 116, "bridge"))
    with database.reading() as work, pytest.raises(NotFoundError):
        work.releases.by_key(key)


def test_the_slugs_that_are_taken_are_known_to_the_last_letter(database: Database) -> None:
    long = "a-very-long-headline-about-bridges-" * 3
    base = long[:80]
    for _ in range(3):
        with database.transaction() as work:
            slug = unique(base, work.releases.slugs_like(base))
            work.releases.save(plain_release(slug=slug), dateline_text="")
    saved(database, plain_release(slug="b"))
    with database.reading() as work:
        found = work.releases.slugs_like(base)
    assert found == {base, f"{base[:78]}-2", f"{base[:78]}-3"}


def test_a_list_is_newest_first_and_says_what_it_shows(database: Database) -> None:
    embargo = Embargo.until(datetime(2026, 5, 3, 9), "Europe/Zurich")
    old = saved(database, plain_release(headline="Old", embargo=embargo, abstract="Short"))
    newer = NOW + timedelta(minutes=1)
    saved(database, plain_release(headline="New", versioncreated=newer, starred=True))
    with database.reading() as work:
        new, summary = work.releases.summaries(ReleaseQuery())
        (first,) = work.releases.summaries(ReleaseQuery(limit=1))
    assert new.headline == first.headline == "New"
    assert new.starred
    assert summary.id == old.id
    assert summary.slug == old.slug
    assert summary.state is State.DRAFT
    assert summary.dateline_text == "GENEVA, 2 March"
    assert summary.abstract == "Short"
    assert summary.updated == NOW
    assert (summary.embargo_until, summary.embargo_tz) == (embargo.until_utc, "Europe/Zurich")
    assert summary.opening == old.body_md


def test_a_lifted_embargo_is_none(database: Database) -> None:
    embargo = Embargo.until(datetime(2026, 5, 3, 9), "Europe/Zurich")
    saved(database, plain_release(embargo=replace(embargo, lifted_at=NOW, lifted_by="dana")))
    with database.reading() as work:
        (summary,) = work.releases.summaries(ReleaseQuery())
    assert (summary.embargo_until, summary.embargo_tz) == (None, None)


def test_a_list_is_narrowed_by_state_language_and_text(database: Database) -> None:
    saved(database, plain_release(headline="Draft", language="en"))
    saved(database, plain_release(headline="Out", language="fr", state=State.PUBLISHED))
    saved(database, plain_release(headline="Québec", language="fr-CA", state=State.KILLED))
    drafts = frozenset({State.DRAFT, State.KILLED})
    assert set(headlines(database, ReleaseQuery(states=drafts))) == {"Draft", "Québec"}
    assert set(headlines(database, ReleaseQuery(language="fr"))) == {"Out", "Québec"}
    assert headlines(database, ReleaseQuery(language="fr-CA")) == ["Québec"]
    assert headlines(database, ReleaseQuery(language="f%")) == []
    assert headlines(database, ReleaseQuery(states=drafts, text="queb")) == ["Québec"]


@pytest.mark.parametrize("few", [1, 500])
def test_words_are_looked_for_in_the_headline_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    saved(database, plain_release(headline="The bridge opens"))
    saved(database, plain_release(headline="The port", body_md="It opens beside the bridge."))
    for words in ("bridge", "bridge opens", "opens bri", "br"):
        query = ReleaseQuery(text=words, is_in_headline=True)
        assert headlines(database, query) == ["The bridge opens"]
    assert headlines(database, ReleaseQuery(text="beside", is_in_headline=True)) == []


@pytest.mark.parametrize("few", [1, 500])
def test_many_hits_come_in_the_order_of_a_few(
    database: Database, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    for number in (3, 1, 2, 2):
        at = NOW + timedelta(minutes=number)
        saved(database, plain_release(headline=f"Bridge {number}", versioncreated=at))
    saved(database, plain_release(headline="Port", body_md="Closed"))
    wanted = ["Bridge 3", "Bridge 2", "Bridge 2", "Bridge 1"]
    assert headlines(database, ReleaseQuery(text="bridge")) == wanted
    assert headlines(database, ReleaseQuery(text="bridge", limit=2)) == wanted[:2]
    with database.reading() as work:
        found = work.releases.summaries(ReleaseQuery(text="bridge"))
    assert found[1].id > found[2].id


def test_a_list_reads_no_more_of_a_body_than_its_beginning(database: Database) -> None:
    saved(database, plain_release(body_md="é" * 5_000))
    with database.reading() as work:
        (summary,) = work.releases.summaries(ReleaseQuery())
        (shown,) = work.releases.summaries(ReleaseQuery(), lambda typed: typed[:3].upper())
    assert summary.opening == "é" * 400
    assert shown.opening == "ÉÉÉ"


def test_rows_come_in_the_order_asked_and_the_missing_are_left_out(database: Database) -> None:
    keys = [saved(database, plain_release(headline=f"Bridge {n}")).id for n in range(5)]
    wanted = [keys[3], plain_release().id, keys[0], keys[4], keys[1]]
    with database.reading() as work:
        found = work.releases.rows(wanted)
        assert [row.headline for row in found] == ["Bridge 3", "Bridge 0", "Bridge 4", "Bridge 1"]
        assert work.releases.rows([]) == []


def test_the_keys_of_a_list_are_those_of_its_rows(database: Database) -> None:
    for number in (3, 1, 2, 2):
        at = NOW + timedelta(minutes=number)
        saved(database, plain_release(headline=f"Bridge {number}", versioncreated=at))
    with database.reading() as work:
        for query in (ReleaseQuery(), ReleaseQuery(limit=2), ReleaseQuery(text="bridge", limit=3)):
            keys = work.releases.ids(query)
            assert keys == [row.id for row in work.releases.summaries(query)]
            assert len(keys) == (query.limit or 4)
        assert work.releases.ids(ReleaseQuery(text="***")) == []


def under(embargo: Embargo | None, headline: str, state: State = State.DRAFT) -> Release:
    return plain_release(headline=headline, embargo=embargo, state=state)


def test_a_list_of_embargoes_has_those_that_run(database: Database) -> None:
    embargo = Embargo.until(datetime(2026, 5, 3, 9), "Europe/Zurich")
    saved(database, under(None, "None"))
    saved(database, under(embargo, "Draft"))
    saved(database, under(embargo, "Out", State.PUBLISHED))
    saved(database, under(replace(embargo, lifted_at=NOW, lifted_by="dana"), "Lifted"))
    running = ReleaseQuery(embargoed_at=embargo.until_utc - timedelta(seconds=1))
    assert set(headlines(database, running)) == {"Draft", "Out"}
    assert headlines(database, ReleaseQuery(embargoed_at=embargo.until_utc)) == []


def test_lists_are_counted(database: Database, clock: Clock) -> None:
    with database.reading() as work:
        assert work.releases.counts(NOW) == ReleaseCounts()
    embargo = Embargo.until(datetime(2026, 5, 3, 9), "Europe/Zurich")
    saved(database, under(embargo, "Draft"))
    saved(database, under(None, "Draft"))
    saved(database, under(embargo, "Out", State.PUBLISHED))
    for state in (State.CORRECTED, State.KILLED, State.RECALLED, State.APPROVED):
        saved(database, under(None, state, state))
    gone = saved(database, under(embargo, "Gone"))
    with database.transaction() as work:
        work.releases.trash(gone.id, at=clock(), by="dana")
        assert work.releases.counts(NOW) == ReleaseCounts(
            all=7, drafts=2, embargoed=2, published=2, withdrawn=2, trashed=1
        )
        assert work.releases.counts(embargo.until_utc).embargoed == 0


@pytest.mark.parametrize(
    "query",
    [
        ReleaseQuery(),
        ReleaseQuery(states=frozenset({State.DRAFT, State.APPROVED})),
        ReleaseQuery(language="fr"),
    ],
)
def test_the_keys_of_a_list_are_read_off_one_index(database: Database, query: ReleaseQuery) -> None:
    saved(database, plain_release())
    said: list[str] = []
    database._driver.set_trace_callback(said.append)
    with database.reading() as work:
        work.releases.ids(query)
        work.releases.counts(NOW)
    database._driver.set_trace_callback(None)
    asked = [sentence for sentence in said if sentence.startswith("SELECT")]
    assert len(asked) == 2
    for sentence in asked:
        plan = database._driver.execute(f"EXPLAIN QUERY PLAN {sentence}").fetchall()
        steps = [row[3] for row in plan if row[3].startswith("SCAN release") or "B-TREE" in row[3]]
        assert steps == ["SCAN release USING COVERING INDEX ix_release_newest"]


def test_releases_are_found_by_where_they_came_from(database: Database, clock: Clock) -> None:
    def come_from(address: str | None) -> Release:
        source = Provenance(kind=SourceKind.FILE, address=address, imported_at=NOW)
        return saved(database, plain_release(provenance=(source,)))

    one, two, gone = (come_from(f"desk:sample/{name}") for name in ("one.md", "two.md", "x.md"))
    for address in ("desk:sampler", "desk:sample", None, "DESK:SAMPLE/one.md"):
        come_from(address)
    with database.transaction() as work:
        work.releases.trash(gone.id, at=clock(), by="dana")
        assert work.releases.imported_from("desk:sample/") == sorted([one.id, two.id])


# The desk's marks -----------------------------------------------------------------------------


def test_a_star_is_no_save(database: Database) -> None:
    release = keep(database, plain_release())
    with database.transaction() as work:
        work.releases.star(release.id, starred=True)
    with database.reading() as work:
        assert work.releases.get(release.id, verified=True) == replace(release, starred=True)
    saved(database, replace(release, headline="By somebody who had it open"))


def test_what_is_not_there_gets_no_star(database: Database) -> None:
    with pytest.raises(NotFoundError), database.transaction() as work:
        work.releases.star(plain_release().id, starred=True)


# The trash ------------------------------------------------------------------------------------


def test_what_is_in_the_trash_is_listed_there_and_comes_back(
    database: Database, clock: Clock
) -> None:
    release = keep(database, plain_release(headline="Bridge"))
    with database.transaction() as work:
        work.releases.trash(release.id, at=clock(), by="dana")
        assert work.releases.is_trashed(release.id)
        assert work.releases.by_key(release.slug) == release.id
    assert headlines(database, ReleaseQuery()) == headlines(database, ReleaseQuery(text="br")) == []
    assert headlines(database, ReleaseQuery(trashed=True, text="bridge")) == ["Bridge"]
    with database.transaction() as work:
        assert (work.releases.count(), work.releases.count(trashed=True)) == (0, 1)
        work.releases.untrash(release.id)
        assert not work.releases.is_trashed(release.id)
        assert (work.releases.count(), work.releases.count(trashed=True)) == (1, 0)
        assert work.releases.get(release.id, verified=True).version == release.version + 2


def test_a_release_put_away_since_it_was_opened_is_stale(database: Database, clock: Clock) -> None:
    release = saved(database, plain_release())
    with database.transaction() as work:
        work.releases.trash(release.id, at=clock(), by="dana")
    with pytest.raises(StaleReleaseError):
        saved(database, release)


def test_what_is_not_there_cannot_be_put_away(database: Database, clock: Clock) -> None:
    with pytest.raises(NotFoundError), database.transaction() as work:
        work.releases.trash(plain_release().id, at=clock(), by="dana")


def test_a_name_is_taken_as_long_as_its_release_is_stored(database: Database) -> None:
    release = saved(database, plain_release(slug="harbour"))
    with database.transaction() as work:
        work.releases.trash(release.id, at=NOW, by="dana")
        assert work.releases.has_slug("harbour")
        assert not work.releases.has_slug("harbour-2")
