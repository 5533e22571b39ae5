from datetime import date

import pytest

from newsdesk.desk import Desk
from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.errors import FieldError, NotFoundError


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
