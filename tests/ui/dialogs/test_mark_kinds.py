import pytest

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.finding_words import kind_name
from newsdesk.ui.dialogs.mark_kinds import MARK_KINDS, colours_of, kind_of_key
from newsdesk.ui.theme.theme_controller import ThemeController


def test_no_two_kinds_have_the_same_key_or_name() -> None:
    assert len({one.key for one in MARK_KINDS}) == len(MARK_KINDS)
    assert len({one.name for one in MARK_KINDS}) == len(MARK_KINDS)


def test_a_kind_is_called_as_in_the_list_of_what_was_found() -> None:
    assert [one.name for one in MARK_KINDS] == [kind_name(one.kind) for one in MARK_KINDS]


@pytest.mark.parametrize("key", ["h", "H"])
def test_a_letter_says_a_kind_in_either_case(key: str) -> None:
    assert kind_of_key(key) is FindingKind.HEADLINE


@pytest.mark.parametrize("key", ["", "1", "ä", "hh"])
def test_other_keys_say_none(key: str) -> None:
    assert kind_of_key(key) is None


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_its_colours(kind: FindingKind, themes: ThemeController) -> None:
    colours = colours_of(kind, themes.theme)
    assert colours.text != colours.ground


def test_what_can_be_marked_can_be_told_apart_by_its_colours(themes: ThemeController) -> None:
    kinds = [one.kind for one in MARK_KINDS if one.kind is not FindingKind.BODY]
    assert len({colours_of(one, themes.theme).text for one in kinds}) == len(kinds)
