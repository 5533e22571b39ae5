"""The first day at the desk: from an empty machine to two pages that are out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from newsdesk.desk import open_desk
from newsdesk.domain.workflow import State
from tests.drivers import WindowDriver
from tests.end_to_end.window.stories import TEXTS, blocks, files_of, main_of
from tests.hands import click, find, wait_until

Open = Callable[..., WindowDriver]


@pytest.mark.parametrize("texts", TEXTS)
def test_the_first_day(opened: Open, tmp_path: Path, texts: str) -> None:
    files = files_of(texts)
    pages = tmp_path / "pages"
    pages.mkdir()
    desk = opened()
    desk.answer_first_start(organisation="Office for Safe Harbours", short_name="OSH")

    settings = desk.open_settings("Appearance")
    click(find(QRadioButton, "Theme: Dark", settings))
    wait_until(lambda: desk.workstation.themes.theme.is_dark, "the dark theme")
    desk.close_settings(settings)
    settings = desk.open_settings("Newsroom")
    desk.fill(find(QLineEdit, "organisation", settings), "Office for Safer Harbours")
    desk.close_settings(settings)
    with open_desk(desk.folder) as newsroom:
        assert newsroom.newsroom.get().organisation == "Office for Safer Harbours"

    samples = desk.listed_total()
    desk.drop_files(files)
    desk.confirm_import(put_back="Dateline")
    desk.confirm_import()
    wait_until(lambda: desk.listed_total() == samples + 2, "both releases in the list")
    brought_in = desk.stored()[:2]
    for release in brought_in:
        desk.click_row(release.headline)
        wait_until(lambda: desk.headline == release.headline, "it to be opened")  # noqa: B023
        desk.set_dateline("Nairobi", style="IOM")
        name = release.contacts[0].display_name if release.contacts else "Dana Whitlock"
        if not release.contacts:
            desk.pick_contact(name)
        desk.edit_contact_points(name, add="+254 20 555 01 44")
        guard = desk.publish()
        assert "It opens with “Nairobi" in guard
        assert "Everybody may use it at once." in guard
        (page,) = desk.export_to(pages)
        seen = desk.preview_main_html()
        assert "Nairobi" in seen
        assert "DRAFT" not in seen
        assert blocks(main_of(page)) == blocks(seen)
    states = {
        release.state for release in desk.stored() if release.id in {r.id for r in brought_in}
    }
    assert states == {State.PUBLISHED}
    desk.close()
