"""The list of images; what is done from it is in `test_picture_commands.py`."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsdesk.domain.media import MediaRole, PictureWords, ReleaseMedia
from newsdesk.domain.picture_marks import markdown_of
from newsdesk.domain.revision import Reason
from newsdesk.services.new_picture import picture_from
from newsdesk.ui.inspector.picture_row import PictureRow
from newsdesk.ui.inspector.pictures_section import PicturesSection
from tests.pictures import photo
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(sample_folder: object, open_window: Open) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def section(window: OpenWindow) -> PicturesSection:
    section = window.window.inspector.findChild(PicturesSection)
    assert section is not None
    return section


def keep(window: OpenWindow, width: int, words: PictureWords) -> str:
    new = picture_from(photo(width, 40), f"{width}.jpg")
    window.store.change(lambda desk: desk.pictures.keep(new, words, window.release.language))
    window.settle()
    return new.sha256


def told(rows: list[PictureRow]) -> list[str]:
    return [f"{row.accessibleName()}|{row.accessibleDescription()}" for row in rows]


def test_it_says_what_to_do_while_there_is_none(section: PicturesSection) -> None:
    assert section._rows == []
    assert not section._nothing.isHidden()
    assert section._add.isEnabled()


def test_pictures_are_listed_in_the_order_of_the_text_with_what_they_lack(
    window: OpenWindow, section: PicturesSection
) -> None:
    first = keep(window, 60, PictureWords(alt="A quay"))
    second = keep(window, 70, PictureWords(alt="A", caption="At night", credit="Noor Elm"))
    body = "\n\n".join(markdown_of(one, "A") for one in (second, first, "0" * 64))
    window.window.editor.text.textCursor().insertText(f"{body}\n\n")
    window.wait(lambda: len(section._rows) == 3)
    assert told(section._rows) == [
        "At night, Noor Elm|",
        "A quay, 60 × 40 px|It has no caption and no credit",
        "Missing image, The newsroom does not have it|Take it out, or insert it anew",
    ]
    window.wait(lambda: sum(map(bool, section._small.values())) == 2)
    assert section._nothing.isHidden()
    assert section.focus_field("pictures")
    assert not section.focus_field("contacts")


def test_those_that_are_not_in_the_text_are_listed_behind_them(
    window: OpenWindow, section: PicturesSection
) -> None:
    keep(window, 60, PictureWords(caption="At night", credit="Noor Elm"))
    asset = []
    window.store.read(
        lambda desk: desk.pictures.find(picture_from(photo(60, 40), "").sha256), asset.append
    )
    window.settle()
    main = ReleaseMedia(media_id=asset[0].id, role=MediaRole.FEATURE)
    release = replace(window.release, media=(main,))
    window.store.change(
        lambda desk: desk.releases.save(release, Reason.SAVE), window.session.replace_stored
    )
    window.wait(lambda: len(section._rows) == 1)
    assert told(section._rows) == ["At night, Noor Elm · not in the text|"]


def test_what_is_published_is_only_shown(window: OpenWindow, section: PicturesSection) -> None:
    sha256 = keep(window, 60, PictureWords(alt="A quay"))
    window.window.editor.text.textCursor().insertText(f"{markdown_of(sha256, 'A quay')}\n\n")
    window.wait(lambda: len(section._rows) == 1)
    window.settle()
    window.session.set_writable(False)
    assert not section._add.isEnabled()
    section._rows[0].click()
    assert not window.has_dialog()
    selected = window.window.editor.text.textCursor().selectedText()
    assert selected == markdown_of(sha256, "A quay")


@pytest.fixture
def long_section(window: OpenWindow, section: PicturesSection) -> PicturesSection:
    """That of a release which names sixty pictures."""
    marks = "\n\n".join(markdown_of(f"{number:064x}", "A") for number in range(60))
    window.window.editor.text.textCursor().insertText(f"{marks}\n\n")
    window.wait(lambda: len(section._rows) == 24)
    return section


def test_of_very_many_some_are_shown_at_a_time(long_section: PicturesSection) -> None:
    assert long_section._more.text() == "Show more (36)"
    long_section._more.click()
    assert len(long_section._rows) == 48
    assert long_section._rows[24].property("sha256") == f"{24:064x}"
    long_section._more.click()
    assert len(long_section._rows) == 60
    assert long_section._more.isHidden()


def test_another_release_shows_some_of_its_own(long_section: PicturesSection) -> None:
    long_section._more.click()
    long_section.drop_typing()
    long_section._show_rows()
    assert len(long_section._rows) == 24
