from dataclasses import fields
from pathlib import Path

from newsdesk.ui.assets import Assets
from tests.ui.named_parts import asked_of


def test_everything_in_it_is_used_and_everything_used_is_in_it() -> None:
    assert asked_of("assets") == {field.name for field in fields(Assets)}


def test_texts_come_with_their_words_and_paths_lead_somewhere(assets: Assets) -> None:
    assert all([assets.window_qss, assets.release_css, assets.preview_js])
    assert assets.fonts
    assert all(Path(font).is_file() for font in assets.fonts)
    assert Path(assets.icon_folder).is_dir()
