"""Everything else that reads what newsdesk did not write: an answer or a refusal, never a fault.

What is brought in as a text has its own: `tests/importing/test_fuzz_*.py`.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.desk import open_desk
from newsdesk.domain.canonical import decode, encode
from newsdesk.domain.contact import PointKind
from newsdesk.domain.errors import (
    DictionaryRefusedError,
    FieldError,
    ImportRefusedError,
    NewsdeskError,
)
from newsdesk.domain.language import normalised
from newsdesk.domain.release import Release
from newsdesk.domain.web_address import page_of, site_of
from newsdesk.exporting.picture_metadata import without_metadata
from newsdesk.services.contacts import typed_point
from newsdesk.services.desk import Desk
from newsdesk.services.dictionary_files import read_dictionaries
from newsdesk.services.fields import FieldSetter
from newsdesk.services.newsroom import read_setting
from newsdesk.services.newsroom import settings as setting_names
from newsdesk.services.preferences import Preferences, PreferencesFile
from newsdesk.services.start_snapshot import StartSnapshotFile
from tests.exporting.sample import ENGLISH
from tests.importing.test_archive import zipped
from tests.pictures import photo
from tests.services.small_dictionary import AFFIXES

FEWER = settings(max_examples=settings().max_examples // 3)
MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
TOLD = json.loads(json.dumps(encode(ENGLISH)))
SMALL = {"de.aff": AFFIXES.encode(), "de.dic": b"2\nquay\nharbour/S\n"}
PACKED = zipped(*SMALL.items(), ("manifest.json", b'{"dictionaries": {"de": "de.dic"}}'))

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(), part, max_size=4),
    max_leaves=12,
)
AS_TYPED = ["{}", "[{}]", "[[]]", "null", "NaN", "2026-02-30", "0000-00-00", "25:61", "\ud800"]
typed = st.one_of(
    st.text(),
    st.text("0123456789²٣-:TZ+. ", max_size=40),
    any_json.map(json.dumps),
    st.sampled_from(AS_TYPED),
)


def changed(raw: bytes) -> st.SearchStrategy[bytes]:
    """Return `raw` with a few pieces put over it at random, and perhaps cut off."""
    piece = st.tuples(st.integers(0, len(raw) - 1), st.binary(min_size=1, max_size=4))

    def put(pieces: list[tuple[int, bytes]], length: int) -> bytes:
        copy = bytearray(raw)
        for at, over in pieces:
            copy[at : at + len(over)] = over
        return bytes(copy[:length])

    whole = st.just(len(raw))
    return st.builds(put, st.lists(piece, max_size=6), whole | st.integers(0, len(raw)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


@pytest.fixture(scope="module")
def desk(empty_newsroom: Path, folder: Path) -> Iterator[Desk]:
    with open_desk(Path(copytree(empty_newsroom, folder / "newsroom")), writing=True) as desk:
        yield desk


# What was kept --------------------------------------------------------------------------------


@given(plain=any_json)
def test_what_is_no_release_is_not_read_as_one(plain: object) -> None:
    with suppress(ValueError):
        decode(Release, plain)
        raise AssertionError


@given(name=st.sampled_from(sorted(TOLD)), value=any_json)
def test_a_release_with_another_field_is_one_or_is_refused(name: str, value: object) -> None:
    with suppress(ValueError):
        assert isinstance(decode(Release, TOLD | {name: value}), Release)


@FEWER
@given(kept=st.binary() | any_json.map(lambda one: json.dumps(one).encode()))
def test_any_file_of_preferences_gives_some(folder: Path, kept: bytes) -> None:
    (folder / "window.json").write_bytes(kept)
    assert isinstance(PreferencesFile(folder / "window.json").load(), Preferences)


@FEWER
@given(name=st.sampled_from(sorted(Preferences.__slots__)), value=any_json)
def test_any_preference_gives_some(folder: Path, name: str, value: object) -> None:
    (folder / "window.json").write_text(json.dumps({name: value}), "utf-8")
    assert isinstance(PreferencesFile(folder / "window.json").load(), Preferences)


@FEWER
@given(kept=any_json)
def test_any_picture_of_the_start_is_passed_over(folder: Path, kept: object) -> None:
    file = {"newsdesk": "1", "snapshot": kept}
    (folder / "start.json").write_text(json.dumps(file), "utf-8")
    StartSnapshotFile(folder / "start.json", "1").load()


# What is typed --------------------------------------------------------------------------------


@pytest.mark.parametrize("field", FieldSetter.FIELDS)
def test_any_value_of_a_field_is_kept_or_refused(desk: Desk, field: str) -> None:
    values = settings(max_examples=settings().max_examples // 12)

    @values
    @given(value=typed)
    def kept(value: str) -> None:
        with suppress(NewsdeskError):
            made, _ = desk.releases.new({field: value})
            assert desk.releases.get(str(made.id)) == made

    kept()


@pytest.mark.parametrize("field", FieldSetter.FIELDS)
@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 100_000], ids=["digits", "depth"])
def test_a_value_without_measure_is_kept_or_refused(desk: Desk, field: str, value: str) -> None:
    with suppress(NewsdeskError):
        made, _ = desk.releases.new({field: value})
        assert desk.releases.get(str(made.id)) == made


@pytest.mark.parametrize("setting", setting_names())
@pytest.mark.parametrize("value", ["9" * 5_000, '{"a":' * 100_000], ids=["digits", "depth"])
def test_a_setting_without_measure_is_kept_or_refused(setting: str, value: str) -> None:
    with suppress(NewsdeskError):
        read_setting(setting, value)


@FEWER
@given(setting=st.sampled_from(setting_names()), value=typed)
def test_any_setting_of_the_house_is_kept_or_refused(setting: str, value: str) -> None:
    with suppress(NewsdeskError):
        read_setting(setting, value)


@given(kind=st.sampled_from(PointKind), text=typed)
def test_any_number_of_a_contact_is_kept(kind: PointKind, text: str) -> None:
    point = typed_point(kind, text)
    assert point.kind is kind
    assert (point.value + (point.display or "")).strip() or not text.strip()


@given(tag=st.text() | st.text("abzAZ09-_", max_size=30))
def test_any_language_is_one_or_is_refused(tag: str) -> None:
    with suppress(FieldError):
        assert normalised(normalised(tag)) == normalised(tag)


@given(
    rest=st.text() | st.text("/:@?#[]%.a0", max_size=20), before=st.sampled_from(["", "https://"])
)
def test_any_address_can_be_compared(before: str, rest: str) -> None:
    for read in (page_of, site_of):
        assert read(before + rest) is None or read(before + rest)


# What is in a file ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*SMALL, "de.oxt"])
def test_a_damaged_dictionary_is_one_or_is_refused(folder: Path, name: str) -> None:
    place = folder / name.replace(".", "-")
    place.mkdir()
    for half, content in SMALL.items():
        (place / half).write_bytes(content)

    @FEWER
    @given(raw=changed(SMALL.get(name, PACKED)))
    def read(raw: bytes) -> None:
        (place / name).write_bytes(raw)
        with suppress(DictionaryRefusedError, ImportRefusedError):
            assert read_dictionaries(place / ("de.oxt" if name == "de.oxt" else "de.dic"))

    read()


@pytest.mark.parametrize("kind", MIMES)
def test_a_damaged_picture_is_silent_or_is_refused(kind: str) -> None:
    raw, silent = photo(kind=kind), partial(without_metadata, mime=MIMES[kind])

    @FEWER
    @given(damaged=changed(raw))
    def read(damaged: bytes) -> None:
        with suppress(ValueError):
            assert silent(silent(damaged)) == silent(damaged)

    read()
