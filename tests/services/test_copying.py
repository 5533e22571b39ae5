"""What is put on the clipboard."""

from dataclasses import dataclass, replace

from newsdesk.rendering.text_page import text_page
from newsdesk.services.copying import copied
from tests.exporting.sample import ENGLISH, source_of

SHA = "ab" * 32


@dataclass(frozen=True)
class Picture:
    mime: str = "image/png"
    caption: str = ""
    credit: str = ""
    size_px: tuple[int, int] | None = None

    def read(self) -> bytes:
        return b"a picture"


def test_a_whole_release_is_copied_with_looks_and_in_words() -> None:
    rendered = source_of(ENGLISH).rendered
    both = copied(rendered)
    assert both.text == text_page(rendered)
    assert "Council opens new harbour station</h1>" in both.html
    assert "Nora Lindqvist" in both.html


def test_so_is_what_is_selected() -> None:
    both = copied(source_of(ENGLISH).rendered, "<h2>Crews</h2><p>They <em>train</em>.</p>")
    assert both.text == "Crews\n-----\n\nThey train.\n"
    assert "<em>train</em>" in both.html
    assert "Council" not in both.html


def test_pictures_come_along() -> None:
    release = replace(ENGLISH, body_md=f"![a quay](newsdesk-media:{SHA})")
    rendered = replace(source_of(release).rendered, media={SHA: Picture()})
    html = copied(rendered).html
    assert 'src="data:image/png;base64,YSBwaWN0dXJl"' in html
    assert "newsdesk-media:" not in html
    selected = copied(rendered, f'<img src="newsdesk-media:{SHA}" alt="a quay">').html
    assert "data:image/png;base64," in selected
