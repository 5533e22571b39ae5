"""Which dictionaries there are, and which one a language is checked with."""

from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.domain.changes import Subject
from newsdesk.domain.errors import DictionaryProblem, DictionaryRefusedError, NotFoundError
from newsdesk.services import dictionaries
from newsdesk.services.dictionaries import Dictionary, DictionaryService, dictionary_for
from tests.services.small_dictionary import write_dictionary

FREE = {"MIT", "BSD", "BSD-3-Clause", "MPL-1.1", "MPL-2.0", "LGPL-3.0"}


@pytest.fixture
def service(tmp_path: Path) -> DictionaryService:
    return DictionaryService(paths.resources() / "dictionaries", tmp_path / "own")


def one(tag: str) -> Dictionary:
    return Dictionary(tag=tag, aff=Path(f"{tag}.aff"), dic=Path(f"{tag}.dic"))


def german(folder: Path, word: str = "Kai", name: str = "de_DE") -> Path:
    return write_dictionary(folder / name, words=[word]).with_suffix(".dic")


def test_six_come_with_newsdesk_under_free_licences(service: DictionaryService) -> None:
    found = service.all()
    assert [one.tag for one in found] == ["en-GB", "en-US", "es", "fr", "pt-BR", "ru"]
    for each in found:
        assert each.name.startswith("dictionary-")
        assert each.version
        assert set(each.licence.replace(" OR ", " AND ").split(" AND ")) <= FREE
        assert (each.dic.parent / "LICENCE.txt").is_file()
        assert not each.is_own


def test_the_words_of_the_united_nations_stand_beside_english(service: DictionaryService) -> None:
    lists = {each.tag: [path.name for path in each.lists] for each in service.all()}
    assert lists["en-GB"] == ["en.txt", "en-GB.txt"]
    assert lists["en-US"] == ["en.txt"]


@pytest.mark.parametrize(
    ("language", "chosen", "tag"),
    [
        ("en", {}, "en-GB"),
        ("en", {"en": "en-US"}, "en-US"),
        ("en-GB", {"en": "en-US"}, "en-GB"),
        ("en-AU", {}, "en-GB"),
        ("en-AU", {"en": "en-US"}, "en-US"),
        ("en-US", {"en-US": "en-GB"}, "en-GB"),
        ("en", {"en": "en-ZA"}, "en-GB"),  # one that is there no more
        ("en", {"en": "fr"}, "en-GB"),  # nonsense
        ("fr-CH", {}, "fr"),
        ("pt", {}, "pt-BR"),
        ("pt-PT", {}, "pt-BR"),
        ("de", {}, "de-AT"),
        ("ar", {}, None),
        ("zh-Hans", {}, None),
    ],
)
def test_a_language_has_its_dictionary(
    language: str, chosen: dict[str, str], tag: str | None
) -> None:
    there = [one(name) for name in ("de-AT", "en-GB", "en-US", "fr", "pt-BR")]
    found = dictionary_for(language, there, chosen)
    assert (found.tag if found else None) == tag


def test_one_that_is_added_is_kept_and_can_be_removed(
    service: DictionaryService, tmp_path: Path
) -> None:
    (added,), changes = service.add(german(tmp_path))
    assert (added.tag, added.is_own) == ("de-DE", True)
    assert changes.subjects == {Subject.DICTIONARIES}
    assert added in service.all()
    assert added.dic.read_text("utf-8") == "1\nKai\n"
    (again,), _ = service.add(german(tmp_path, "Kaimauer"))
    assert again.dic.read_text("utf-8") == "1\nKaimauer\n"
    removed, changes = service.remove("de_de")
    assert (removed.tag, changes.subjects) == ("de-DE", {Subject.DICTIONARIES})
    assert "de-DE" not in [each.tag for each in service.all()]
    back, _ = service.put_back("de-DE")
    assert back.dic.read_text("utf-8") == "1\nKaimauer\n"
    with pytest.raises(NotFoundError):
        service.put_back("de-DE")


def test_one_of_the_users_takes_the_place_of_ours(
    service: DictionaryService, tmp_path: Path
) -> None:
    service.add(german(tmp_path, "quai", "fr"))
    (french,) = (each for each in service.all() if each.tag == "fr")
    assert french.is_own
    service.remove("fr")
    (french,) = (each for each in service.all() if each.tag == "fr")
    assert not french.is_own


def test_ours_cannot_be_removed(service: DictionaryService) -> None:
    for tag in ("fr", "xx"):
        with pytest.raises(NotFoundError):
            service.remove(tag)


def test_of_what_is_refused_nothing_is_kept(
    service: DictionaryService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "can_be_loaded", lambda _place: False)
    with pytest.raises(DictionaryRefusedError) as refused:
        service.add(german(tmp_path))
    assert refused.value.problem is DictionaryProblem.DAMAGED
    with pytest.raises(DictionaryRefusedError):
        service.add(tmp_path / "photo.jpg")
    assert [each for each in service.all() if each.is_own] == []
    assert list((tmp_path / "own").iterdir()) == []


def test_a_folder_that_cannot_be_written_in_is_said(
    service: DictionaryService, tmp_path: Path
) -> None:
    (tmp_path / "own").write_text("a file where the folder would be")
    with pytest.raises(DictionaryRefusedError) as refused:
        service.add(german(tmp_path))
    assert refused.value.problem is DictionaryProblem.NOT_KEPT


def test_a_note_that_is_damaged_costs_the_note_alone(
    service: DictionaryService, tmp_path: Path
) -> None:
    (added,), _ = service.add(german(tmp_path))
    (added.dic.parent / "dictionary.toml").write_bytes(b"\xff name =")
    (tmp_path / "own" / "not a tag").mkdir()
    assert "de-DE" in [each.tag for each in service.all()]
