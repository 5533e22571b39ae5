"""What the window knows of the pictures in the text, on a real newsroom."""

import json
from collections.abc import Callable

import pytest

from newsdesk.domain.errors import NewsdeskError, NotFoundError
from newsdesk.domain.media import PictureWords
from newsdesk.domain.picture_marks import markdown_of
from newsdesk.services.desk import Desk
from newsdesk.services.new_picture import picture_from
from newsdesk.services.preferences import View
from newsdesk.ui.release_pictures import ReleasePictures
from tests.pictures import photo
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
WORDS = PictureWords(alt="A quay", caption="Crews at night", credit="Noor Elm")


@pytest.fixture
def window(sample_folder: object, open_window: Open) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def pictures(window: OpenWindow) -> ReleasePictures:
    return window.wiring.preview.pictures


def keep(window: OpenWindow, words: PictureWords = WORDS) -> str:
    sha256 = suggest(window, words)
    window.settle()
    return sha256


def suggest(window: OpenWindow, words: PictureWords) -> str:
    """Keep the picture with these words, and do not wait until anything is stored."""
    new = picture_from(photo(), "quay.jpg")
    window.store.change(lambda desk: desk.pictures.keep(new, words, window.release.language))
    return new.sha256


def write(window: OpenWindow, text: str) -> None:
    window.window.editor.text.textCursor().insertText(text)


def test_what_the_text_names_is_asked_for_once_and_then_known(
    window: OpenWindow, pictures: ReleasePictures
) -> None:
    sha256 = keep(window)
    write(window, f"{markdown_of(sha256, 'A quay')}\n\n{markdown_of('0' * 64, '')}\n\n")
    assert not pictures.are_known(window.release)
    window.settle_reading()
    assert pictures.are_known(window.release)
    assert [one and one.words for _sha256, one in pictures.in_order] == [WORDS, None]
    assert list(pictures.media) == [sha256]


def page(window: OpenWindow) -> str:
    rendered = window.wiring.preview.rendered
    return "".join(one.html for one in rendered.page.blocks) if rendered else ""


def test_what_is_suggested_anew_is_seen_until_the_release_has_words_of_its_own(
    window: OpenWindow, pictures: ReleasePictures
) -> None:
    sha256 = keep(window)
    write(window, f"{markdown_of(sha256, 'A quay')}\n\n")
    for timer in (window.wiring.autosave._idle, window.wiring.autosave._longest):
        timer.stop()  # the release has words when it is stored
    window.wait(lambda: "Crews at night" in page(window))
    suggest(window, PictureWords(alt="A quay", caption="Crews by day"))
    window.wait(lambda: "Crews by day" in page(window))
    assert "picture-missing" not in page(window)
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    keep(window, PictureWords(alt="A quay", caption="Crews at dawn"))
    write(window, "Another lead.\n\n")
    window.wait(lambda: "Another lead." in page(window))
    assert "Crews by day" in page(window)
    assert [one and one.caption for _sha256, one in pictures.in_order] == ["Crews by day"]


def test_other_words_of_the_release_are_on_the_page_at_once(
    window: OpenWindow, pictures: ReleasePictures
) -> None:
    sha256 = keep(window)
    write(window, f"{markdown_of(sha256, 'A quay')}\n\n")
    window.wait(lambda: sha256 in pictures.media)
    asset = pictures.media[sha256].asset
    window.session.describe("Describe", asset.id, WORDS, PictureWords(caption="Crews by day"))
    assert pictures.media[sha256].words == PictureWords(alt="A quay", caption="Crews by day")
    window.wait(lambda: "Crews by day" in page(window))
    window.session.undo_stack.undo()
    assert pictures.media[sha256].words == WORDS


def test_only_what_the_open_release_names_is_fetched(
    window: OpenWindow, pictures: ReleasePictures
) -> None:
    sha256 = keep(window)
    got: list[tuple[str, bytes]] = []
    refused: list[NewsdeskError] = []
    pictures.fetch(sha256, got.append, refused.append)
    assert isinstance(refused[0], NotFoundError)
    write(window, markdown_of(sha256, "A quay"))
    pictures.fetch(sha256, got.append, refused.append)
    window.wait(lambda: bool(got))
    assert got[0][0] == "image/jpeg"
    assert b"Exif" not in got[0][1]


def test_a_newsroom_that_cannot_be_read_shows_the_words(
    window: OpenWindow, pictures: ReleasePictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_desk: Desk, *_rest: object) -> None:
        raise NotFoundError("media", "")

    monkeypatch.setattr("newsdesk.services.pictures.PictureService.named", refuse)
    write(window, markdown_of("0" * 64, "A quay"))
    window.wait(lambda: pictures.are_known(window.release))
    assert pictures.media == {}


def test_the_page_shows_them_while_one_writes_and_at_the_next_start(
    sample_folder: object, open_window: Open
) -> None:
    window = open_window(view=View.SPLIT).begin()
    sha256 = keep(window)
    write(window, f"{markdown_of(sha256, 'A quay')}\n\n")
    window.wait(lambda: widths(window) == [60])
    window.do("release.save")
    window.wait(lambda: not window.session.is_dirty)
    window.settle()
    window.close()
    again = open_window(view=View.SPLIT).begin()
    again.wait(lambda: widths(again) == [60])


def widths(window: OpenWindow) -> list[int]:
    """Return how wide the images on the page of the preview are, as the engine has them."""
    view = window.window.preview._view
    answers: list[str] = []
    if view is not None:
        script = "JSON.stringify([...document.images].map((one) => one.naturalWidth))"
        view.page().runJavaScript(script, 1, answers.append)
        window.wait(lambda: bool(answers))
    return json.loads(answers[0]) if answers and answers[0] else []
