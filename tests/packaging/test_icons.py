"""The icons on the disk are those that the drawing makes, and small ones are sharp."""

import io
from importlib.metadata import version

import pytest
from PIL import Image, ImageChops
from pytestqt.qtbot import QtBot

from shipping import icons

LIKE = {"PySide6": "6.11", "pillow": "13."}  # what they were made with: others may draw otherwise


@pytest.fixture(scope="module")
def pictures(qapp: object) -> dict[str, bytes]:
    for name, beginning in LIKE.items():
        if not version(name).startswith(beginning):
            pytest.skip(f"the icons were made with {name} {beginning}")
    return icons.made()


def test_they_are_what_the_drawing_makes(pictures: dict[str, bytes]) -> None:
    files = {path.name for path in icons.ICONS.iterdir()} - {icons.DRAWING.name}
    assert files == pictures.keys()
    for name, content in pictures.items():
        on_disk = Image.open(io.BytesIO((icons.ICONS / name).read_bytes())).convert("RGBA")
        made = Image.open(io.BytesIO(content)).convert("RGBA")
        difference = ImageChops.difference(on_disk, made)
        assert max(band[1] for band in difference.getextrema()) <= 2, name


def test_windows_and_macos_get_every_size() -> None:
    with Image.open(icons.ICONS / "newsdesk.ico") as image:
        assert image.info["sizes"] == {(px, px) for px in icons.WINDOWS_SIZES}
    with Image.open(icons.ICONS / "newsdesk.icns") as image:
        assert {size[0] * size[2] for size in image.info["sizes"]} >= {32, 128, 256, 512, 1024}


def test_the_program_has_the_same() -> None:
    made = (icons.ICONS / "newsdesk.ico").read_bytes()
    assert icons.IN_THE_PROGRAM.read_bytes() == made


def test_at_16_pixels_the_lines_of_the_page_are_whole_pixels(qtbot: QtBot) -> None:
    small = icons.picture(16).convert("RGB")
    page, headline, line = (255, 255, 255), (18, 50, 111), (143, 166, 207)
    assert small.getpixel((3, 3)) == page  # the corner of the page, not half of it
    assert small.getpixel((6, 4)) == small.getpixel((6, 5)) == headline
    assert small.getpixel((6, 6)) == page
    assert small.getpixel((6, 11)) == line
    assert small.getpixel((6, 12)) == page
