"""What another desk handed over: taken where that loses nothing, else a person decides."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.domain.bundle import Kinship
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import (
    BothChangedError,
    ConfirmationKind,
    ImportProblem,
    ImportRefusedError,
    StaleReleaseError,
)
from newsdesk.domain.ids import ContactId
from newsdesk.domain.media import PictureWords
from newsdesk.domain.parting import Choice
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action, State
from newsdesk.services.handing_over import HandOverRequest
from newsdesk.services.new_picture import picture_from
from newsdesk.services.taking_over import Decision, Fate
from tests.pictures import photo
from tests.services.conftest import Clock
from tests.services.two_desks import Place, two_desks

EMBARGO = {"embargo.until_local": "2026-03-09T09:00", "embargo.tz": "Europe/Zurich"}
OPENS = "quay — 12"


@pytest.fixture
def desks(tmp_path: Path, empty_newsroom: Path, clock: Clock) -> Iterator[tuple[Place, Place]]:
    with two_desks(tmp_path, empty_newsroom, clock) as both:
        yield both


@pytest.fixture
def mine(desks: tuple[Place, Place]) -> Place:
    return desks[0]


@pytest.fixture
def theirs(desks: tuple[Place, Place]) -> Place:
    return desks[1]


@pytest.fixture
def release(mine: Place, theirs: Place, clock: Clock) -> Release:
    """A release that both desks have."""
    release = mine.new("Harbour opens")
    clock.advance(minutes=5)
    release = mine.edit(release, "The harbour is open again.")
    assert theirs.takes(mine.bundle(release)).fate is Fate.NEW
    clock.advance(minutes=5)
    return release


# Without a question ---------------------------------------------------------------------------


def test_what_is_new_comes_with_its_history(mine: Place, theirs: Place, release: Release) -> None:
    assert replace(theirs.now(release), version=0) == replace(mine.now(release), version=0)
    assert theirs.kept(release) == mine.kept(release)
    assert theirs.bodies(release) == ["The harbour is open.", "The harbour is open again."]
    assert theirs.is_sound()


def test_a_release_goes_back_and_forth_without_a_question(
    mine: Place, theirs: Place, release: Release, clock: Clock
) -> None:
    theirs.edit(release, "Written over there.")
    taken = mine.takes(theirs.bundle(release))
    assert (taken.fate, taken.release.body_md) == (Fate.UPDATED, "Written over there.")
    assert mine.now(release) == taken.release
    clock.advance(minutes=5)
    mine.edit(release, "And finished here.")
    assert theirs.takes(mine.bundle(release)).fate is Fate.UPDATED
    assert theirs.now(release).body_md == "And finished here."
    assert theirs.kept(release) == mine.kept(release)
    assert mine.is_sound()
    assert theirs.is_sound()


def test_nothing_new_changes_nothing(mine: Place, theirs: Place, release: Release) -> None:
    before = mine.now(release), mine.kept(release)
    file = theirs.bundle(release)
    bundle = mine.look(file)
    assert [one.kinship for one in mine.desk.taking_over.prospects(bundle)] == [Kinship.SAME]
    taken, changes = mine.desk.taking_over.take(bundle)
    assert [one.fate for one in taken] == [Fate.SAME]
    assert changes == Changes()
    assert (mine.now(release), mine.kept(release)) == before


def test_what_is_newer_here_stays(mine: Place, theirs: Place, release: Release) -> None:
    old = theirs.bundle(release)
    mine.edit(release, "Newer here.")
    assert mine.takes(old).fate is Fate.BEHIND
    assert mine.now(release).body_md == "Newer here."


def test_what_was_autosaved_here_is_newer_than_an_old_file(
    mine: Place, theirs: Place, release: Release
) -> None:
    old = theirs.bundle(release)
    mine.desk.releases.save(replace(release, body_md="Typed here."), Reason.AUTOSAVE)
    assert mine.takes(old).fate is Fate.BEHIND
    assert mine.now(release).body_md == "Typed here."


def test_several_releases_come_in_one_file(mine: Place, theirs: Place) -> None:
    first, second = mine.new("Harbour opens"), mine.new("Harbour closes", "Because of a storm.")
    taken = theirs.take(mine.bundle(first, second))
    assert [one.fate for one in taken] == [Fate.NEW, Fate.NEW]
    assert {one.release.id for one in taken} == {first.id, second.id}


def test_what_changed_is_told_to_whoever_shows_it(mine: Place, theirs: Place, clock: Clock) -> None:
    release = mine.new("Harbour opens")
    _, changes = theirs.desk.taking_over.take(theirs.look(mine.bundle(release)))
    assert changes.releases == {release.id}
    assert {Subject.RELEASES, Subject.MEDIA} <= changes.subjects
    (event,) = theirs.desk.releases.history(str(release.id))
    assert (event.action, event.at) == ("take_over", clock.now)


def test_a_name_that_is_taken_here_gets_a_number(mine: Place, theirs: Place) -> None:
    own = theirs.new("Harbour opens", "Another text.")
    release = mine.new("Harbour opens")
    taken = theirs.takes(mine.bundle(release))
    assert taken.release.slug == "harbour-opens-2" != own.slug
    assert theirs.reasons(release) == [Reason.SAVE, Reason.ADAPT]
    assert theirs.is_sound()


def test_what_was_only_made_fit_is_no_change_of_this_desk(
    mine: Place, theirs: Place, clock: Clock
) -> None:
    theirs.new("Harbour opens", "Another text.")
    release = mine.new("Harbour opens")
    theirs.takes(mine.bundle(release))
    clock.advance(minutes=5)
    assert mine.takes(theirs.bundle(release)).fate is Fate.SAME
    mine.edit(release, "Newer.")
    taken = theirs.takes(mine.bundle(release))
    assert (taken.fate, taken.release.slug) == (Fate.UPDATED, "harbour-opens-2")
    clock.advance(minutes=5)
    theirs.edit(release, "Newer still.")
    assert mine.takes(theirs.bundle(release)).fate is Fate.UPDATED
    assert mine.now(release).body_md == "Newer still."
    assert mine.is_sound()
    assert theirs.is_sound()


def test_the_star_of_this_desk_stays(mine: Place, theirs: Place, release: Release) -> None:
    mine.desk.releases.star(str(release.id), starred=True)
    theirs.edit(release, "Written over there.")
    assert mine.takes(theirs.bundle(release)).release.starred
    assert not theirs.now(release).starred


def test_what_was_in_the_trash_and_is_newer_comes_out_of_it(
    mine: Place, theirs: Place, release: Release
) -> None:
    mine.desk.releases.trash(str(release.id))
    theirs.edit(release, "Written over there.")
    taken = mine.takes(theirs.bundle(release))
    assert mine.desk.releases.ids(ReleaseQuery()) == [release.id]
    assert mine.now(release) == taken.release


# What was issued ------------------------------------------------------------------------------


def published(place: Place, release: Release) -> Release:
    every = frozenset(ConfirmationKind)
    return place.desk.workflow.take(str(release.id), Action.PUBLISH, confirmed=every)[0]


def test_a_published_release_comes_as_published(
    mine: Place, theirs: Place, release: Release
) -> None:
    issued = published(theirs, release)
    taken = mine.takes(theirs.bundle(release))
    assert (taken.release.state, taken.release.firstpublished) == (
        State.PUBLISHED,
        issued.firstpublished,
    )


def test_an_embargo_is_kept(mine: Place, theirs: Place, clock: Clock) -> None:
    release = mine.new("Harbour opens")
    release, _ = mine.desk.releases.edit(str(release.id), EMBARGO)
    assert release.embargo is not None
    file = mine.bundle(release)
    (sent,) = mine.desk.exports.records(release.id)
    assert sent.embargoed
    assert theirs.takes(file).release.embargo == release.embargo


def test_a_draft_takes_nothing_back_that_was_issued_here(
    mine: Place, theirs: Place, release: Release
) -> None:
    published(mine, release)
    theirs.edit(release, "Written over there.")
    file = theirs.bundle(release)
    (prospect,) = mine.desk.taking_over.prospects(mine.look(file))
    assert prospect.choices == (Choice.MINE, Choice.BOTH)
    assert mine.takes(file, Choice.THEIRS).fate is Fate.UNDECIDED
    taken = mine.takes(file, Choice.BOTH)
    assert taken.release.state is State.PUBLISHED
    assert taken.copy is not None
    assert (taken.copy.state, taken.copy.body_md) == (State.DRAFT, "Written over there.")
    assert mine.is_sound()


def test_what_was_issued_there_is_not_taken_back_by_a_draft_here(
    mine: Place, theirs: Place, release: Release
) -> None:
    published(theirs, release)
    mine.edit(release, "Written here.")
    file = theirs.bundle(release)
    (prospect,) = mine.desk.taking_over.prospects(mine.look(file))
    assert prospect.choices == (Choice.THEIRS, Choice.BOTH)
    taken = mine.takes(file, Choice.BOTH)
    assert taken.release.state is State.PUBLISHED
    assert taken.copy is not None
    assert (taken.copy.state, taken.copy.body_md) == (State.DRAFT, "Written here.")
    assert mine.is_sound()


def test_an_embargo_goes_along_into_a_copy(mine: Place, theirs: Place, release: Release) -> None:
    theirs.desk.releases.edit(str(release.id), EMBARGO, body_md="Not before Monday.")
    mine.edit(release, "Written here.")
    taken = mine.takes(theirs.bundle(release), Choice.BOTH)
    assert taken.copy is not None
    assert taken.copy.embargo is not None
    assert taken.copy.embargo == theirs.now(release).embargo


# Both changed ---------------------------------------------------------------------------------


@pytest.fixture
def parted(mine: Place, theirs: Place, release: Release, clock: Clock) -> Path:
    """A file of a release that both desks have changed."""
    mine.edit(release, "Written here.")
    clock.advance(minutes=5)
    theirs.edit(release, "Written over there.")
    clock.advance(minutes=5)
    return theirs.bundle(release)


def test_nothing_of_it_is_stored_before_a_person_decides(
    mine: Place, release: Release, parted: Path
) -> None:
    before = mine.now(release), mine.kept(release)
    bundle = mine.look(parted)
    (prospect,) = mine.desk.taking_over.prospects(bundle)
    assert prospect.kinship is Kinship.PARTED
    assert prospect.choices == tuple(Choice)
    assert prospect.mine is not None
    assert (prospect.mine.body_md, prospect.theirs.body_md) == (
        "Written here.",
        "Written over there.",
    )
    (taken,), changes = mine.desk.taking_over.take(bundle)
    assert (taken.fate, changes) == (Fate.UNDECIDED, Changes())
    assert isinstance(taken.error, BothChangedError)
    assert (mine.now(release), mine.kept(release)) == before


@pytest.mark.parametrize(
    ("choice", "fate", "body", "history"),
    [
        (
            Choice.MINE,
            Fate.MINE,
            "Written here.",
            ["Written here.", "Written over there.", "Written here."],
        ),
        (
            Choice.THEIRS,
            Fate.THEIRS,
            "Written over there.",
            ["Written here.", "Written over there."],
        ),
        (
            Choice.BOTH,
            Fate.BOTH,
            "Written here.",
            ["Written here.", "Written over there.", "Written here."],
        ),
    ],
)
def test_what_was_decided_is_on_top_and_the_other_one_in_the_history(
    mine: Place, theirs: Place, release: Release, parted: Path,
    choice: Choice, fate: Fate, body: str, history: list[str],
) -> None:  # fmt: skip
    taken = mine.takes(parted, choice)
    assert (taken.fate, mine.now(release).body_md) == (fate, body)
    assert mine.bodies(release)[2:] == history
    assert (taken.copy is not None) == (choice is Choice.BOTH)
    if taken.copy is not None:
        assert (taken.copy.body_md, taken.copy.state) == ("Written over there.", State.DRAFT)
    assert mine.takes(parted).fate in {Fate.BEHIND, Fate.SAME}  # nobody is asked again
    back = theirs.takes(mine.bundle(release))
    assert back.fate in {Fate.UPDATED, Fate.SAME}
    assert theirs.now(release).body_md == body
    assert mine.is_sound()
    assert theirs.is_sound()


def test_what_was_only_autosaved_here_is_kept_for_good_first(
    mine: Place, theirs: Place, release: Release
) -> None:
    mine.desk.releases.save(replace(mine.now(release), body_md="Typed here."), Reason.AUTOSAVE)
    theirs.edit(release, "Written over there.")
    taken = mine.takes(theirs.bundle(release), Choice.THEIRS)
    assert taken.fate is Fate.THEIRS
    assert mine.bodies(release)[-2:] == ["Typed here.", "Written over there."]


def test_a_version_saved_since_it_was_compared_is_compared_anew(
    mine: Place, release: Release, parted: Path
) -> None:
    bundle = mine.look(parted)
    (prospect,) = mine.desk.taking_over.prospects(bundle)
    assert prospect.mine is not None
    mine.edit(release, "Written since.")
    decision = Decision(choice=Choice.THEIRS, version=prospect.mine.version)
    with pytest.raises(StaleReleaseError):
        mine.desk.taking_over.take(bundle, {release.id: decision})
    assert mine.now(release).body_md == "Written since."


def test_of_several_releases_only_those_that_parted_wait(
    mine: Place, theirs: Place, release: Release, parted: Path
) -> None:
    del parted
    other = theirs.new("Ferry sails")
    taken = {one.release.id: one.fate for one in mine.take(theirs.bundle(release, other))}
    assert taken == {release.id: Fate.UNDECIDED, other.id: Fate.NEW}


def test_two_that_say_the_same_are_no_question(
    mine: Place, theirs: Place, release: Release, clock: Clock
) -> None:
    for place in (mine, theirs):
        clock.advance(minutes=5)
        place.edit(release, "Written at both desks.")
    file = theirs.bundle(release)
    (prospect,) = mine.desk.taking_over.prospects(mine.look(file))
    assert (prospect.kinship, prospect.choices) == (Kinship.AHEAD, ())
    assert mine.takes(file).fate is Fate.UPDATED
    assert mine.is_sound()
    assert theirs.takes(mine.bundle(release)).fate is Fate.SAME


def test_an_import_that_fails_in_the_middle_leaves_nothing(
    mine: Place, theirs: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = theirs.bundle(theirs.new("Harbour opens"), theirs.new("Ferry sails"))
    whole = mine.desk.taking_over._note
    calls: list[object] = []

    def fail(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise RuntimeError
        whole(*arguments)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(mine.desk.taking_over, "_note", fail)
    with pytest.raises(RuntimeError):
        mine.take(file)
    assert mine.desk.releases.ids(ReleaseQuery()) == []
    assert mine.is_sound()


# What a release carries -----------------------------------------------------------------------


def with_picture(place: Place, release: Release, caption: str = "The gate") -> Release:
    words = PictureWords(alt="A gate", caption=caption, credit="Noor Elm")
    new = picture_from(photo(), "gate.jpg")
    (release, _), _ = place.desk.pictures.add(str(release.id), new, words)
    return release


def test_pictures_come_with_their_captions_and_credits(mine: Place, theirs: Place) -> None:
    release = with_picture(mine, mine.new("Harbour opens"))
    theirs.takes(mine.bundle(release))
    (picture,) = theirs.desk.pictures.of(str(release.id))
    assert (picture.caption, picture.credit) == ("The gate", "Noor Elm")
    assert picture.read() == mine.desk.pictures.of(str(release.id))[0].read()
    assert theirs.kept(release) == mine.kept(release)
    assert theirs.is_sound()


def test_a_picture_that_is_here_already_is_stored_once(
    mine: Place, theirs: Place, clock: Clock
) -> None:
    own = with_picture(theirs, theirs.new("Ferry sails"), caption="The quay")
    release = with_picture(mine, mine.new("Harbour opens"))
    taken = theirs.takes(mine.bundle(release))
    assert [one.media_id for one in taken.release.media] == [own.media[0].media_id]
    (picture,) = theirs.desk.pictures.of(str(release.id))
    assert picture.caption == "The gate"
    assert theirs.reasons(release)[-1] is Reason.ADAPT
    clock.advance(minutes=5)
    assert mine.takes(theirs.bundle(release)).fate is Fate.SAME
    theirs.edit(release, theirs.now(release).body_md + "\n\nMore.")
    assert mine.takes(theirs.bundle(release)).fate is Fate.UPDATED
    assert [one.caption for one in mine.now(release).media] == ["The gate"]
    restored, _ = mine.desk.history.restore(str(release.id), mine.kept(release)[-2].number)
    assert restored.media == mine.now(release).media
    for place in (mine, theirs):
        assert place.is_sound()


def test_words_that_are_ignored_in_a_release_come_along(mine: Place, theirs: Place) -> None:
    release = mine.new("Harbour opens")
    mine.desk.spelling.ignore(release.id, "Quaiside")
    theirs.takes(mine.bundle(release))
    with theirs.desk.taking_over._workplace.database.reading() as work:
        assert work.ignored_words.of(release.id) == {"Quaiside"}


def test_contacts_come_as_they_are_printed_and_the_address_book_is_left_alone(
    mine: Place, theirs: Place
) -> None:
    contact = Contact(id=ContactId(uuid7()), display_name="Salma Mansour")
    mine.desk.contacts.add(contact)
    release, _ = mine.desk.releases.new({"headline": "Harbour opens", "contacts": "Salma Mansour"})
    assert release.contacts
    assert theirs.takes(mine.bundle(release)).release.contacts == release.contacts
    assert theirs.desk.contacts.all() == []


# Files ----------------------------------------------------------------------------------------


def test_a_file_under_a_password_opens_with_it_alone(mine: Place, theirs: Place) -> None:
    release = mine.new("Harbour opens")
    file = mine.folder / "work.newsdesk"
    request = HandOverRequest(keys=(str(release.id),), place=file, password=OPENS)
    mine.desk.handing_over.hand_over(request)
    assert b"harbour" not in file.read_bytes()
    for password, problem in (
        ("", ImportProblem.NEEDS_PASSWORD),
        ("quay", ImportProblem.WRONG_PASSWORD),
    ):
        with pytest.raises(ImportRefusedError) as refused:
            theirs.desk.taking_over.read(file, password)
        assert refused.value.problem is problem
    assert [one.id for one in theirs.desk.taking_over.read(file, OPENS).releases] == [release.id]
