"""Whether what is brought in is here already, and what becomes of it then."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from uuid6 import uuid7

from newsdesk.domain.boilerplate import BoilerplateKind, ReleaseBoilerplate
from newsdesk.domain.duplicate import Likeness, Update
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import (
    EmbargoError,
    EmbargoProblem,
    LockedReleaseError,
    TransitionError,
)
from newsdesk.domain.ids import TermId
from newsdesk.domain.provenance import Provenance, SourceKind
from newsdesk.domain.release import Release
from newsdesk.domain.shingles import containment, runs
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import Action, State, Step
from newsdesk.importing.draft import Draft
from newsdesk.services.desk import Desk
from newsdesk.services.duplicates import LEAST_CONTAINMENT, updated
from tests.domain.test_shingles import OPENING, OTHER
from tests.storage.making import NOW, plain_release

ABOUT = (
    "About the Office for Safe Harbours: founded in 1951, the Office has 164 member states, a "
    "further nine states holding observer status, and offices in over one hundred countries. It "
    "works with its partners in government and civil society so that those who work at sea come "
    "home, and so that harbours stay open to all who need them, whatever the weather may bring."
)
CHINESE = (
    "联合国难民署今天在日内瓦发布新闻稿称，九十名港口工人完成了夜间救援培训课程，为期三周。" * 2
)


def draft(body_md: str, **changes: Any) -> Draft:
    return replace(Draft(language="en", headline="Harbour crews train", body_md=body_md), **changes)


def store(desk: Desk, made: Draft) -> Release:
    return desk.imports.store(made)[0].release


# Finding --------------------------------------------------------------------------------------


def test_the_same_text_is_found_whatever_it_is_called(desk: Desk) -> None:
    stored = store(desk, draft(OPENING))
    (found,) = desk.duplicates.find(draft(OPENING, headline="Crews ready for winter"))
    assert (found.release_id, found.headline) == (stored.id, "Harbour crews train")
    assert (found.why, found.containment, found.update) == (Likeness.TEXT, 1, Update.REVISION)


@pytest.mark.parametrize(
    "body_md",
    [
        OPENING.upper(),
        OPENING.replace(" ", "\n"),
        OPENING.replace("Ninety", "**Ninety**").replace("today", "[today](https://example.org/x)"),
        OPENING.replace("three weeks", "four weeks"),
        f"{OPENING}\n\nFollow us. Share this page. Print.",
    ],
)
def test_a_copy_that_was_set_otherwise_or_touched_is_found(desk: Desk, body_md: str) -> None:
    store(desk, draft(OPENING))
    (found,) = desk.duplicates.find(draft(body_md))
    assert found.containment > LEAST_CONTAINMENT


def test_a_text_without_spaces_is_compared_by_its_letters(desk: Desk) -> None:
    store(desk, draft(CHINESE))
    (found,) = desk.duplicates.find(draft(CHINESE.replace("九十名", "八十名")))
    assert LEAST_CONTAINMENT < found.containment < 1
    assert desk.duplicates.find(draft("港口" * 40)) == ()


def test_one_page_is_one_release_whatever_is_written_there(desk: Desk) -> None:
    page = "https://www.example.org/news/crews/?utm_source=mail"
    stored = store(desk, draft(OPENING, address=page))
    (found,) = desk.duplicates.find(draft(OTHER, address="http://example.org/news/crews#top"))
    assert (found.release_id, found.why, found.containment) == (stored.id, Likeness.ADDRESS, 0)


def test_the_short_address_of_a_page_is_one_of_its_addresses(desk: Desk) -> None:
    store(desk, draft(OPENING, short_address="https://example.org/?p=22419"))
    assert desk.duplicates.find(draft(OTHER, address="https://example.org/?p=22419"))
    assert not desk.duplicates.find(draft(OTHER, address="https://example.org/?p=22420"))


def test_what_stands_on_the_page_comes_before_what_reads_alike(desk: Desk) -> None:
    alike = store(desk, draft(OPENING))
    there = store(desk, draft(OTHER, address="https://example.org/a"))
    found = desk.duplicates.find(draft(OPENING, address="https://example.org/a"))
    assert [one.release_id for one in found] == [there.id, alike.id]


def test_releases_of_one_house_that_share_its_standing_text_are_two(desk: Desk) -> None:
    standing = (ReleaseBoilerplate(kind=BoilerplateKind.ABOUT, text_md=ABOUT),)
    store(desk, draft(OTHER, boilerplates=standing))
    assert desk.duplicates.find(draft(OPENING, boilerplates=standing)) == ()


@pytest.mark.parametrize("short", [OTHER, " ".join(OTHER.split()[:24])])
def test_a_standing_text_that_nobody_told_from_the_body_makes_no_two_releases_one(
    desk: Desk, short: str
) -> None:
    store(desk, draft(f"{short}\n\n{ABOUT}"))
    assert containment(runs(f"{short}\n\n{ABOUT}"), runs(f"{OPENING}\n\n{ABOUT}")) > 0.5
    assert desk.duplicates.find(draft(f"{OPENING}\n\n{ABOUT}")) == ()


def test_a_release_that_lost_its_end_or_found_a_menu_before_it_is_the_same(desk: Desk) -> None:
    store(desk, draft(f"{OPENING}\n\n{OTHER}\n\n{ABOUT}"))
    assert desk.duplicates.find(draft(f"{OPENING}\n\n{OTHER}"))
    assert desk.duplicates.find(draft(f"Home News Contact Log in\n\n{OPENING}\n\n{OTHER} {ABOUT}"))


def test_a_standing_text_of_the_book_is_not_compared(desk: Desk) -> None:
    page = "https://example.org/a"
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", ABOUT)
    store(desk, draft(f"{OTHER}\n\n{ABOUT}", address=page))
    (found,) = desk.duplicates.find(draft(f"{OPENING}\n\n{ABOUT}", address=page))
    assert found.containment < 0.1


def test_a_short_text_is_the_same_word_for_word_or_another(desk: Desk) -> None:
    store(desk, draft("Read more on our site."))
    assert desk.duplicates.find(draft("Read more on our site!"))
    assert not desk.duplicates.find(draft("Read more on our site.", headline="Bridge opens"))
    assert not desk.duplicates.find(draft("Read all on our site."))
    assert not desk.duplicates.find(draft("", headline=""))


def test_what_was_put_away_is_not_here(desk: Desk) -> None:
    stored = store(desk, draft(OPENING))
    desk.releases.trash(stored.slug)
    assert desk.duplicates.find(draft(OPENING)) == ()


def test_an_edit_here_makes_it_another_text(desk: Desk) -> None:
    stored = store(desk, draft(OPENING))
    desk.releases.edit(stored.slug, {}, body_md=OTHER)
    assert desk.duplicates.find(draft(OPENING)) == ()
    assert desk.duplicates.find(draft(OTHER))


# What becomes of it ---------------------------------------------------------------------------


def step(action: Action = Action.UPDATE) -> Step:
    return Step(action=action, at=NOW + timedelta(days=1), by="dana")


def source(**changes: Any) -> Provenance:
    return replace(Provenance(kind=SourceKind.FILE, file_name="a.txt", imported_at=NOW), **changes)


def test_a_draft_takes_up_what_is_said_and_keeps_the_rest() -> None:
    theme = Term(id=TermId(uuid7()), scheme=Scheme.THEME, qcode="sea", names={"en": "Sea"})
    tag = replace(theme, scheme=Scheme.TAG, qcode="rescue")
    stored = plain_release(urgency=3, abstract="Old", terms=(theme, tag), provenance=(source(),))
    fresh = plain_release(
        body_md=OPENING,
        byline="Noor Elm",
        terms=(replace(tag, qcode="night"),),
        provenance=(source(file_name="b.txt"),),
    )
    became = updated(stored, fresh, step(), approval_steps=True)
    assert (became.id, became.slug, became.family_id) == (stored.id, stored.slug, stored.family_id)
    assert (became.body_md, became.byline) == (OPENING, "Noor Elm")
    assert (became.urgency, became.abstract) == (3, "Old")
    assert [term.qcode for term in became.terms] == ["sea", "night"]
    assert [one.file_name for one in became.provenance] == ["a.txt", "b.txt"]
    assert became.versioncreated == step().at


def test_what_says_nothing_new_changes_nothing() -> None:
    stored = plain_release(provenance=(source(),))
    fresh = plain_release(provenance=(source(imported_at=NOW + timedelta(days=9)),))
    assert updated(stored, fresh, step(), approval_steps=False) is stored


@pytest.mark.parametrize("state", [State.PUBLISHED, State.CORRECTED])
def test_an_issued_release_stays_and_a_new_draft_is_linked_to_it(state: State) -> None:
    stored = plain_release(state=state, rewrite_sequence=1)
    fresh = plain_release(body_md=OPENING)
    became = updated(stored, fresh, step(), approval_steps=True)
    assert (became.id, became.state, became.body_md) == (fresh.id, State.DRAFT, OPENING)
    assert (became.rewrite_of, became.rewrite_sequence) == (stored.id, 2)
    assert became.family_id == stored.family_id


def test_while_an_embargo_runs_there_is_no_update_of_what_was_issued() -> None:
    embargo = Embargo.until((NOW + timedelta(days=2)).replace(tzinfo=None), "UTC")
    stored = plain_release(state=State.PUBLISHED, embargo=embargo)
    with pytest.raises(EmbargoError) as refused:
        updated(stored, plain_release(), step(), approval_steps=True)
    assert refused.value.problem is EmbargoProblem.RUNNING
    lifted = replace(stored, embargo=replace(embargo, lifted_at=NOW))
    assert updated(lifted, plain_release(), step(), approval_steps=True).rewrite_of == stored.id


@pytest.mark.parametrize(
    "state", sorted(set(State) - {State.DRAFT, State.PUBLISHED, State.CORRECTED})
)
def test_any_other_release_is_not_changed_by_what_comes_in(state: State) -> None:
    with pytest.raises(LockedReleaseError):
        updated(plain_release(state=state), plain_release(), step(), approval_steps=False)


def test_only_an_issued_release_has_an_update() -> None:
    with pytest.raises(TransitionError):
        plain_release().rewritten(plain_release(), step(), approval_steps=False)
