"""Dictionaries as people get them, and what is none."""

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsdesk.domain.errors import (
    DictionaryProblem,
    DictionaryRefusedError,
    FieldError,
    ImportProblem,
    ImportRefusedError,
)
from newsdesk.services import dictionary_files
from newsdesk.services.dictionary_files import read_dictionaries
from tests.services.small_dictionary import AFFIXES, write_dictionary

WORDS = b"2\nquay\nharbour/S\n"
AFF = AFFIXES.encode()
Packed = Callable[..., Path]


@pytest.fixture
def packed(tmp_path: Path) -> Packed:
    """Writes an archive of these files."""

    def write(name: str, files: Mapping[str, bytes]) -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in files.items():
                archive.writestr(member, content)
        return tmp_path / name

    return write


def problem_of(path: Path, tag: str | None = None) -> DictionaryProblem | ImportProblem:
    with pytest.raises((DictionaryRefusedError, ImportRefusedError)) as refused:
        read_dictionaries(path, tag)
    assert isinstance(refused.value, DictionaryRefusedError | ImportRefusedError)
    return refused.value.problem


@pytest.mark.parametrize("suffix", [".dic", ".aff"])
@pytest.mark.parametrize(
    ("name", "tag"),
    [("de_DE_frami", "de-DE"), ("ca", "ca"), ("sr-Latn", "sr-Latn"), ("it_IT", "it-IT")],
)
def test_either_half_is_enough_to_name(tmp_path: Path, name: str, tag: str, suffix: str) -> None:
    place = write_dictionary(tmp_path / name)
    (found,) = read_dictionaries(place.with_name(f"{name}{suffix}"))
    assert (found.tag, found.dic) == (tag, b"1\nquay\n")


def test_the_language_can_be_said(tmp_path: Path) -> None:
    place = write_dictionary(tmp_path / "2024-words")
    path = place.with_name("2024-words.dic")
    assert problem_of(path) is DictionaryProblem.UNKNOWN_LANGUAGE
    assert read_dictionaries(path, "de-AT")[0].tag == "de-AT"
    with pytest.raises(FieldError):
        read_dictionaries(path, "no language")


def test_an_extension_brings_all_its_dictionaries(packed: Packed) -> None:
    path = packed(
        "dict-de.oxt",
        {
            "META-INF/manifest.xml": b"<m/>",
            "de_DE.aff": AFF,
            "de_DE.dic": WORDS,
            "at/de_AT.aff": AFF,
            "at/de_AT.dic": WORDS,
            "hyph_de_DE.dic": b"UTF-8\n1a\n",
            "thes_de.dat": b"x",
        },
    )
    assert sorted(one.tag for one in read_dictionaries(path)) == ["de-AT", "de-DE"]


def test_an_add_on_says_its_language_itself(packed: Packed) -> None:
    said = json.dumps({"dictionaries": {"de": "dictionaries/index.dic"}}).encode()
    files = {"dictionaries/index.aff": AFF, "dictionaries/index.dic": WORDS}
    (found,) = read_dictionaries(packed("addon.xpi", files | {"manifest.json": said}))
    assert found.tag == "de"
    for wrong in (b"{}", b"[]", b"nothing", b'{"dictionaries": 3}'):
        path = packed("de-words.xpi", files | {"manifest.json": wrong})
        assert read_dictionaries(path)[0].tag in {"de", "index"}


@pytest.mark.parametrize(
    ("aff", "dic", "problem"),
    [
        (AFF, b"Dear colleagues,\nplease find\n", DictionaryProblem.NONE),
        (AFF, b"", DictionaryProblem.NONE),
        (AFF, b"9" * 5000 + b"\nquay\n", DictionaryProblem.NONE),
        (AFF, b"\x89PNG\r\n\0\0", DictionaryProblem.NONE),
        (b"Dear colleagues,", WORDS, DictionaryProblem.NONE),
        (AFF, b"0\n", DictionaryProblem.DAMAGED),
        (AFF, b"200\n" + b"quay\n" * 100, DictionaryProblem.DAMAGED),
        (AFF.replace(b"SFX S Y 1", b"SFX S Y 7"), WORDS, DictionaryProblem.DAMAGED),
        (AFF, "1\nquaí\n".encode("latin-1"), DictionaryProblem.ENCODING),
        (AFF.replace(b"UTF-8", b"KLINGON-8"), WORDS, DictionaryProblem.ENCODING),
    ],
)
def test_what_is_none_or_not_whole_is_refused(
    tmp_path: Path, aff: bytes, dic: bytes, problem: DictionaryProblem
) -> None:
    (tmp_path / "de.aff").write_bytes(aff)
    (tmp_path / "de.dic").write_bytes(dic)
    assert problem_of(tmp_path / "de.dic") is problem


def test_the_encoding_is_what_the_endings_say_or_latin_1(tmp_path: Path) -> None:
    (tmp_path / "de.dic").write_bytes("1\nStraße\n".encode("latin-1"))
    for aff in (b"SET ISO8859-1\n", b"TRY abc\n", b""):
        (tmp_path / "de.aff").write_bytes(aff)
        assert read_dictionaries(tmp_path / "de.dic")[0].tag == "de"


def test_half_a_dictionary_is_refused_by_what_is_missing(tmp_path: Path, packed: Packed) -> None:
    (tmp_path / "de.dic").write_bytes(WORDS)
    with pytest.raises(DictionaryRefusedError) as refused:
        read_dictionaries(tmp_path / "de.dic")
    assert (refused.value.problem, refused.value.detail) == (DictionaryProblem.HALF, "de.aff")
    assert problem_of(packed("de.zip", {"de.dic": WORDS})) is DictionaryProblem.HALF


def test_any_other_file_is_none(tmp_path: Path, packed: Packed) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert problem_of(tmp_path / "photo.jpg") is DictionaryProblem.NONE
    assert problem_of(packed("texts.zip", {"a.txt": b"text"})) is DictionaryProblem.NONE


def test_an_archive_that_is_not_to_be_trusted_is_refused(tmp_path: Path, packed: Packed) -> None:
    bomb = packed("bomb.oxt", {"de.aff": AFF, "de.dic": b"0" * 30_000_000})
    assert problem_of(bomb) is ImportProblem.ARCHIVE_BOMB
    assert problem_of(packed("a.zip", {"../de.dic": WORDS})) is ImportProblem.ARCHIVE_PATH
    (tmp_path / "cut.oxt").write_bytes(bomb.read_bytes()[:900])
    assert problem_of(tmp_path / "cut.oxt") is ImportProblem.DAMAGED
    assert problem_of(tmp_path / "nowhere.zip") is ImportProblem.UNREADABLE
    assert problem_of(tmp_path / "nowhere.dic") is ImportProblem.UNREADABLE


def test_what_is_too_large_is_refused(
    tmp_path: Path, packed: Packed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary_files, "LARGEST", 60)
    place = write_dictionary(tmp_path / "de", words=["quay"] * 20)
    assert problem_of(place.with_suffix(".dic")) is ImportProblem.TOO_LARGE
    files = {"de.aff": AFF, "de.dic": place.with_suffix(".dic").read_bytes()}
    assert problem_of(packed("de.zip", files)) is DictionaryProblem.TOO_LARGE
