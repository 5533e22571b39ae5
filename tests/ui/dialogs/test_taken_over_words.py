"""What became of releases of another desk, in sentences."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.services.taking_over import Fate, TakenOver
from newsdesk.ui.dialogs.taken_over_words import TakenOverWords, became, has_stored
from tests.ui.dialogs.releases import complete

RELEASE = complete(headline="Crews train")


def taken(fate: Fate) -> TakenOver:
    return TakenOver(fate=fate, release=RELEASE)


@pytest.mark.parametrize("fate", Fate)
def test_each_fate_is_told_with_the_headline(fate: Fate) -> None:
    said = became(taken(fate)).replace("\u2068", "").replace("\u2069", "")
    assert "“Crews train”" in said
    assert said.endswith(".")


def test_a_release_without_a_headline_is_told_by_its_name() -> None:
    blank = TakenOver(fate=Fate.NEW, release=replace(RELEASE, headline=""))
    assert RELEASE.slug in became(blank)


def test_several_are_counted(qtbot: QtBot) -> None:
    del qtbot  # the words are Qt's
    words = TakenOverWords()
    assert words.summary([taken(Fate.NEW)]) == became(taken(Fate.NEW))
    several = [taken(fate) for fate in (Fate.NEW, Fate.BOTH, Fate.SAME, Fate.UNDECIDED)]
    said = words.summary(several)
    assert said.startswith("Taken over: 2 release")
    assert said.endswith(" Here already: 1. Not decided: 1.")
    assert words.summary([taken(Fate.BEHIND)] * 2).endswith(" Newer here: 2.")


def test_what_left_all_as_it_was_stored_nothing() -> None:
    untouched = {fate for fate in Fate if not has_stored(taken(fate))}
    assert untouched == {Fate.SAME, Fate.BEHIND, Fate.UNDECIDED}
