from datetime import date
from uuid import UUID

import pytest

from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.changes import Subject
from newsdesk.domain.errors import FieldError, NotFoundError
from newsdesk.domain.ids import BoilerplateId
from newsdesk.services.desk import Desk


def test_a_newer_text_follows_the_one_before_it(desk: Desk) -> None:
    old, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Old.", date(2026, 1, 1))
    new, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "New.")
    assert new.supersedes == old.id
    release, _ = desk.releases.new({"headline": "One"})
    assert [text.text_md for text in release.boilerplates] == ["New."]


def test_a_text_for_later_is_not_used_yet(desk: Desk) -> None:
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Later.", date(2027, 1, 1))
    assert desk.releases.new({"headline": "One"})[0].boilerplates == ()


def test_a_text_taken_out_stays_where_it_was_printed(desk: Desk) -> None:
    text, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "About us.")
    desk.releases.new({"headline": "One"})
    desk.boilerplates.remove(str(text.id))
    assert desk.boilerplates.all() == []
    assert desk.releases.get("one").boilerplates[0].text_md == "About us."


def test_an_empty_text_and_an_unknown_key_are_refused(desk: Desk) -> None:
    with pytest.raises(FieldError):
        desk.boilerplates.add(BoilerplateKind.ABOUT, "en", " \n")
    with pytest.raises(NotFoundError):
        desk.boilerplates.remove("")


def test_the_texts_of_today_leave_out_those_for_later(desk: Desk) -> None:
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Old.", date(2026, 1, 1))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Later.", date(2027, 1, 1))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "New.")
    assert [text.text_md for text in desk.boilerplates.valid_today()] == ["New.", "Old."]


def test_a_text_goes_with_those_it_followed_and_comes_back_with_them(desk: Desk) -> None:
    old, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Old.", date(2026, 1, 1))
    new, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "New.")
    removed, _ = desk.boilerplates.remove_together([new.id, old.id])
    assert desk.boilerplates.all() == []
    _, changes = desk.boilerplates.put_back(removed)
    assert [text.text_md for text in desk.boilerplates.all()] == ["Old.", "New."]
    assert changes.subjects == {Subject.BOILERPLATES}


def test_of_several_texts_all_are_removed_or_none(desk: Desk) -> None:
    text, _ = desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "About us.")
    with pytest.raises(NotFoundError):
        desk.boilerplates.remove_together([text.id, BoilerplateId(UUID(int=1))])
    assert desk.boilerplates.all() == [text]


def test_a_day_has_the_newest_text_of_each_kind_in_a_language(desk: Desk) -> None:
    desk.boilerplates.add(BoilerplateKind.HELPLINE, "en", "Call us.", date(2026, 1, 1))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "Old.", date(2026, 1, 1))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "en", "New.", date(2026, 2, 1))
    desk.boilerplates.add(BoilerplateKind.ABOUT, "fr", "À propos.", date(2026, 1, 1))

    def texts(day: date, language: str) -> list[str]:
        return [text.text_md for text in desk.boilerplates.valid_on(day, language)]

    assert texts(date(2026, 3, 1), "en") == ["New.", "Call us."]
    assert texts(date(2026, 1, 31), "en") == ["Old.", "Call us."]
    assert texts(date(2026, 3, 1), "fr") == ["À propos."]
    assert texts(date(2025, 12, 31), "en") == []
