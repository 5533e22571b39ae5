"""The libraries behind the interface."""

import sys
import types
from pathlib import Path

import pytest

from newsdesk.services.spelling_engine import open_engine
from tests.services.small_dictionary import AFFIXES, write_dictionary


def test_words_are_known_suggested_added_and_removed(tmp_path: Path) -> None:
    place = write_dictionary(tmp_path / "en", words=["quay", "harbour/S"])
    engine = open_engine(place.with_suffix(".aff"), place.with_suffix(".dic"))
    assert engine.knows("harbours")
    assert not engine.knows("Okello")
    assert "harbour" in engine.suggestions("harbor")
    engine.add("Okello")
    assert engine.knows("Okello")
    engine.remove("Okello")
    assert not engine.knows("Okello")


def test_a_letter_that_the_encoding_lacks_is_in_no_word(tmp_path: Path) -> None:
    place = write_dictionary(tmp_path / "en", affixes=AFFIXES.replace("UTF-8", "ISO8859-1"))
    engine = open_engine(place.with_suffix(".aff"), place.with_suffix(".dic"))
    assert engine.knows("quay")
    assert not engine.knows("Москва")
    assert engine.suggestions("Москва") == []
    engine.add("Москва")
    engine.remove("Москва")


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not found"):
        open_engine(tmp_path / "en.aff", tmp_path / "en.dic")


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    place = write_dictionary(tmp_path / "Données – новости 🚢" / "en")
    assert open_engine(place.with_suffix(".aff"), place.with_suffix(".dic")).knows("quay")


class Spylls(types.ModuleType):
    """As much of spylls as is asked of it, where it is not installed."""

    class Dictionary:
        @classmethod
        def from_files(cls, place: str) -> "Spylls.Dictionary":
            assert Path(f"{place}.dic").is_file()
            return cls()

        def lookup(self, word: str) -> bool:
            return word == "quay"


def test_where_chunspell_cannot_be_had_the_other_library_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)  # cannot be imported
    monkeypatch.setitem(sys.modules, "spylls", types.ModuleType("spylls"))
    monkeypatch.setitem(sys.modules, "spylls.hunspell", Spylls("spylls.hunspell"))
    place = write_dictionary(tmp_path / "en")
    engine = open_engine(place.with_suffix(".aff"), place.with_suffix(".dic"))
    assert engine.knows("quay")
    engine.add("Whitlock")
    engine.add("berth")
    assert all(map(engine.knows, ("Whitlock", "WHITLOCK", "Berth", "BERTH")))
    assert not any(map(engine.knows, ("whitlock", "quaye")))
    assert engine.suggestions("Whitlok") == ["Whitlock"]
    engine.remove("Whitlock")
    assert not engine.knows("Whitlock")
