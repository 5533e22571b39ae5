import json
import logging
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from newsdesk.services.preferences import (
    Preferences,
    PreferencesFile,
    PreviewMode,
    ThemeChoice,
    View,
)

CHOSEN = Preferences(
    theme=ThemeChoice.DARK,
    editor_font="Courier 10 Pitch",
    editor_font_px=18,
    editor_zoom=1.5,
    is_focus_mode=True,
    text_scale=1.5,
    is_typographic=False,
    view=View.WRITE,
    is_sidebar_shown=True,
    is_library_shown=False,
    is_inspector_shown=False,
    sidebar_px=240,
    library_px=400,
    inspector_px=300,
    editor_share=0.25,
    window_geometry="AdnQywAD",
    closed_sections=("tags", "provenance"),
    closed_sidebar_sections=("countries",),
    export_folder="/home/dana/Pages é",
    backup_folder="/media/stick",
    data_dir="/home/dana/newsroom",
    is_set_up=True,
    last_release="0197f3c0-1111-7000-8000-000000000001",
    is_spelling_checked=False,
    preview_mode=PreviewMode.TEXT,
    is_scrolled_together=False,
    list_order="headline",
    list_grouping="month",
    is_list_compact=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "machine" / "preferences.json"


def test_what_was_chosen_is_there_at_the_next_start(path: Path) -> None:
    PreferencesFile(path).save(CHOSEN)
    assert PreferencesFile(path).load() == CHOSEN
    assert all(
        getattr(CHOSEN, field.name) != getattr(Preferences(), field.name)
        for field in fields(Preferences)
    )


def test_a_first_start_has_the_defaults_and_writes_nothing(path: Path) -> None:
    assert PreferencesFile(path).load() == Preferences()
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"dark"', b"\xff\xfe", b"[" * 100_000, b'{"theme": {"a": NaN}}'],
    ids=lambda content: repr(content[:20]),
)
def test_a_file_that_is_none_of_ours_gives_the_defaults(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert PreferencesFile(path).load() == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", None),
        ("view", 3),
        ("editor_font", ["Courier"]),
        ("editor_font_px", 7),
        ("editor_font_px", 1000),
        ("editor_font_px", 14.5),
        ("editor_font_px", "14"),
        ("editor_font_px", True),
        ("text_scale", 0.5),
        ("text_scale", 3),
        ("text_scale", float("nan")),
        ("text_scale", float("inf")),
        ("library_px", -1),
        ("library_px", 10**30),
        ("text_scale", 10**400),
        ("editor_share", 1.01),
        ("is_library_shown", 1),
        ("is_set_up", "yes"),
        ("closed_sections", "tags"),
        ("closed_sections", ["tags", 7]),
        ("closed_sections", 7),
        ("data_dir", None),
    ],
)
def test_a_field_that_makes_no_sense_costs_only_itself(path: Path, name: str, value: Any) -> None:
    PreferencesFile(path).save(CHOSEN)
    kept = json.loads(path.read_bytes()) | {name: value}
    path.write_text(json.dumps(kept), encoding="utf-8")
    default = getattr(Preferences(), name)
    assert PreferencesFile(path).load() == replace(CHOSEN, **{name: default})


def test_a_whole_number_may_stand_for_a_fraction(path: Path) -> None:
    PreferencesFile(path).save(replace(CHOSEN, text_scale=2.0))
    assert PreferencesFile(path).load().text_scale == 2.0


def test_what_a_later_newsdesk_kept_is_passed_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "ruler": true}', encoding="utf-8")
    loaded = PreferencesFile(path).load()
    assert loaded == Preferences(theme=ThemeChoice.DARK)
    PreferencesFile(path).save(loaded)
    assert set(json.loads(path.read_bytes())) == {field.name for field in fields(Preferences)}


def test_a_disk_that_refuses_is_taken_quietly(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    with caplog.at_level(logging.INFO):
        PreferencesFile(tmp_path / "file" / "preferences.json").save(CHOSEN)
    assert [record.levelno for record in caplog.records] == [logging.INFO]


@pytest.mark.parametrize(
    ("kept", "mode"),
    [
        ('{"is_phone_preview": true}', PreviewMode.PHONE),
        ('{"is_phone_preview": false}', PreviewMode.DESKTOP),
        ('{"is_phone_preview": 1}', PreviewMode.DESKTOP),
        ('{"is_phone_preview": true, "preview_mode": "text"}', PreviewMode.TEXT),
    ],
)
def test_a_phone_chosen_before_there_were_modes_is_still_chosen(
    path: Path, kept: str, mode: PreviewMode
) -> None:
    path.parent.mkdir()
    path.write_text(kept, "utf-8")
    assert PreferencesFile(path).load().preview_mode is mode
