from dataclasses import replace

import pytest

from newsdesk.domain.audit import AuditEvent
from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State
from newsdesk.services.desk import Desk
from newsdesk.services.samples import SAMPLE_ADDRESS, RemovedSamples

CREWS = "harbour-crews-from-nine-ports-train-together-for-winter-rescues"
EVERYTHING = {
    *(Subject.RELEASES, Subject.CONTACTS, Subject.BOILERPLATES, Subject.TERMS, Subject.NEWSROOM),
}


def slugs(desk: Desk, *, trashed: bool = False) -> set[str]:
    return {row.slug for row in desk.releases.summaries(ReleaseQuery(trashed=trashed))}


def test_the_sample_newsroom_speaks_three_languages(desk: Desk) -> None:
    releases, changes = desk.samples.install()
    assert {release.language for release in releases} == {"en", "fr", "ar"}
    assert desk.newsroom.get().short_name == "OSH"
    for release in releases:
        assert release.headline
        assert release.dateline.places
        assert [contact.contact_id is not None for contact in release.contacts] == [True]
        assert release.boilerplates
    assert changes.releases == {release.id for release in releases}
    assert changes.subjects == EVERYTHING


def test_a_sample_says_that_it_is_one_and_where_it_came_from(desk: Desk) -> None:
    releases, _ = desk.samples.install()
    assert {release.provenance[0].address for release in releases} == {
        f"{SAMPLE_ADDRESS}{name}.md"
        for name in ("aqaba-pilot-station", "harbour-crews", "registre-des-quais")
    }
    assert {release.web_url for release in releases} == {None}


def test_a_house_that_has_settings_keeps_them(desk: Desk) -> None:
    house, _ = desk.newsroom.edit({"organisation": "Our own"})
    desk.samples.install()
    assert desk.newsroom.get() == house != Newsroom()


def test_a_second_look_makes_copies_under_names_of_their_own(desk: Desk) -> None:
    desk.samples.install()
    desk.samples.install()
    assert len(slugs(desk)) == 6
    desk.samples.remove()
    assert slugs(desk) == set()


# The first start ------------------------------------------------------------------------------


def test_a_first_start_has_the_samples_once(desk: Desk) -> None:
    releases, changes = desk.samples.install_at_first_start()
    assert len(releases) == 3
    assert changes.subjects == EVERYTHING
    assert desk.samples.install_at_first_start() == ([], Changes())
    assert len(slugs(desk)) == 3


def test_a_newsroom_that_was_set_up_gets_no_samples(desk: Desk) -> None:
    desk.newsroom.edit({"organisation": "Our own"})
    assert desk.samples.install_at_first_start() == ([], Changes())


def test_a_newsroom_with_a_release_in_its_trash_gets_no_samples(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    desk.releases.trash("one")
    assert desk.samples.install_at_first_start() == ([], Changes())


def test_samples_that_were_removed_do_not_come_back_by_themselves(desk: Desk) -> None:
    desk.samples.install_at_first_start()
    desk.samples.remove()
    assert desk.samples.install_at_first_start() == ([], Changes())


# Taking them away -----------------------------------------------------------------------------


def test_one_call_leaves_a_new_house_and_another_brings_everything_back(desk: Desk) -> None:
    releases, _ = desk.samples.install()
    house, contacts = desk.newsroom.get(), desk.contacts.all()
    texts, terms = desk.boilerplates.all(), desk.vocabularies.all()
    assert desk.samples.are_there()

    removed, changes = desk.samples.remove()
    assert changes.subjects == EVERYTHING
    assert changes.releases == set(removed.releases) == {release.id for release in releases}
    assert not desk.samples.are_there()
    assert desk.releases.counts() == ReleaseCounts(trashed=3)
    assert desk.contacts.all() == desk.boilerplates.all() == desk.vocabularies.all() == []
    assert desk.newsroom.get() == replace(Newsroom(), version=house.version + 1)

    _, changes = desk.samples.undo_remove(removed)
    assert changes.subjects == EVERYTHING
    assert desk.samples.are_there()
    assert desk.releases.counts() == ReleaseCounts(all=3, drafts=3)
    assert [replace(one, version=0) for one in desk.contacts.all()] == [
        replace(one, version=0) for one in contacts
    ]
    assert [replace(one, version=0) for one in desk.boilerplates.all()] == [
        replace(one, version=0) for one in texts
    ]
    assert desk.vocabularies.all() == terms
    assert desk.newsroom.get() == replace(house, version=house.version + 2)
    for release in releases:
        assert replace(desk.releases.get(str(release.id)), version=0) == replace(release, version=0)


def test_what_went_into_the_trash_and_came_back_is_on_record(desk: Desk) -> None:
    (release, *_), _ = desk.samples.install()
    removed, _ = desk.samples.remove()
    desk.samples.undo_remove(removed)
    history: list[AuditEvent] = desk.releases.history(str(release.id))
    assert [event.action for event in history] == ["trash", "untrash"]


def test_a_sample_that_was_published_goes_too(desk: Desk) -> None:
    desk.samples.install()
    desk.workflow.take(CREWS, Action.PUBLISH)
    removed, _ = desk.samples.remove()
    assert slugs(desk) == set()
    desk.samples.undo_remove(removed)
    assert desk.releases.get(CREWS).state is State.PUBLISHED


def test_what_a_person_made_stays(desk: Desk) -> None:
    desk.samples.install()
    desk.releases.duplicate(CREWS)
    desk.releases.new({"headline": "Our own", "tags": "rescue, quays"})
    dana = desk.contacts.find("Dana Whitlock")
    desk.contacts.save(replace(dana, office="Our office"))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "fr", "À propos de nous.")
    desk.newsroom.edit({"organisation": "Our house", "tz": "Africa/Nairobi"})

    removed, _ = desk.samples.remove()
    assert slugs(desk) == {f"{CREWS}-2", "our-own"}
    assert [contact.office for contact in desk.contacts.all()] == ["Our office"]
    assert [text.text_md for text in desk.boilerplates.all()] == ["À propos de nous."]
    tags = {term.qcode for term in desk.vocabularies.all()}
    assert tags == {"harbours", "training", "rescue", "news", "quays"}  # the twin has its tags
    house = desk.newsroom.get()
    assert (house.organisation, house.short_name, house.tz) == ("Our house", "", "Africa/Nairobi")

    desk.newsroom.edit({"short_name": "OH"})
    desk.samples.undo_remove(removed)
    house = desk.newsroom.get()
    assert (house.organisation, house.short_name) == ("Our house", "OH")
    assert house.languages == ("en", "fr", "ar")


def test_a_sample_that_somebody_went_on_writing_is_still_one(desk: Desk) -> None:
    desk.samples.install()
    release = desk.releases.get(CREWS)
    desk.releases.save(replace(release, headline="Crews train"), Reason.AUTOSAVE)
    desk.samples.remove()
    assert slugs(desk) == set()


def test_where_there_are_none_nothing_is_removed(desk: Desk) -> None:
    desk.releases.new({"headline": "One"})
    assert not desk.samples.are_there()
    assert desk.samples.remove() == (RemovedSamples(), Changes())
    assert desk.newsroom.get() == Newsroom()
    assert slugs(desk) == {"one"}


def test_undo_leaves_alone_what_a_person_brought_back(desk: Desk) -> None:
    desk.samples.install()
    removed, _ = desk.samples.remove()
    desk.releases.untrash(CREWS)
    desk.samples.undo_remove(removed)
    assert desk.releases.counts() == ReleaseCounts(all=3, drafts=3)


def test_all_of_it_is_removed_or_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.samples.install()

    def fail(*_: object, **__: object) -> None:
        raise StorageError(StorageProblem.FULL)

    monkeypatch.setattr("newsdesk.storage.newsroom.NewsroomRepository.save", fail)
    with pytest.raises(StorageError):
        desk.samples.remove()
    assert len(slugs(desk)) == 3
    assert len(desk.contacts.all()) == 4
