"""Scenes of images in a text."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

_WORDS = {
    False: (
        "A pilot boat leaves the harbour at dusk, its lights on",
        "The crews of nine ports trained for a winter rescue off the harbour.",
        "Noor Elm / Harbour Union",
    ),
    True: (
        "قارب إرشاد يغادر الميناء عند الغروب",
        "تدرّبت أطقم تسعة موانئ على الإنقاذ في الشتاء.",
        "نور علم / اتحاد الموانئ",
    ),
}


def harbour() -> bytes:
    """Return a picture of a harbour at dusk, as a camera might have taken it."""
    from io import BytesIO

    from PIL import Image, ImageDraw, ImageFilter

    width, height, horizon = 1_500, 1_000, 620
    image = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(image)
    for y in range(horizon):
        part = y / horizon
        pen.line([(0, y), (width, y)], (int(38 + 190 * part), int(58 + 96 * part), int(104 - part)))
    for y in range(horizon, height):
        part = (y - horizon) / (height - horizon)
        colour = (int(120 - 96 * part), int(96 - 60 * part), int(92 - 30 * part))
        pen.line([(0, y), (width, y)], colour)
    pen.ellipse((980, 500, 1_120, 640), (255, 214, 150))
    for at in range(horizon + 12, height, 22):
        pen.line([(960 - at // 6, at), (1_140 + at // 8, at)], (205, 150, 110), 4)
    pen.polygon([(0, 560), (420, 590), (420, horizon), (0, horizon)], (30, 34, 48))
    for x in range(40, 400, 66):
        pen.rectangle((x, 470 + x // 8, x + 8, 590), (30, 34, 48))
    image = image.filter(ImageFilter.GaussianBlur(3))
    pen = ImageDraw.Draw(image)
    pen.polygon([(500, 660), (800, 660), (760, 720), (540, 720)], (18, 22, 34))
    pen.rectangle((580, 600, 680, 662), (26, 32, 46))
    pen.line([(630, 600), (630, 520)], (18, 22, 34), 6)
    pen.ellipse((622, 508, 640, 526), (255, 240, 190))
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def _asked(driver: "WindowDriver", *, is_arabic: bool) -> None:
    """The dialog that asks for the words of an image, filled in."""
    from PySide6.QtWidgets import QLineEdit

    from newsdesk.ui.dialogs.picture_dialog import PictureDialog
    from newsdesk.ui.editor.picture_intake import from_files
    from newsdesk.ui.widgets.growing_text import GrowingText
    from tests.hands import visible, wait_until

    (arabic if is_arabic else english)(driver)
    path = Path(tempfile.mkdtemp()) / "harbour-at-dusk.jpg"
    path.write_bytes(harbour())
    editor = driver.window.editor.text
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    assert driver.workstation.wiring is not None
    driver.workstation.wiring.picture_commands.take(from_files([str(path)]))
    wait_until(lambda: bool(visible(PictureDialog)), "the question")
    (dialog,) = visible(PictureDialog)
    alt, caption, credit = _WORDS[is_arabic]
    for name, words in (("alt", alt), ("caption", caption)):
        field = dialog.findChild(GrowingText, name)
        assert field is not None
        field.setPlainText(words)
    line = dialog.findChild(QLineEdit, "credit")
    assert line is not None
    line.setText(credit)


def _dialog(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    return lambda driver: _asked(driver, is_arabic=is_arabic)


def _inserted(*, is_arabic: bool = False) -> "Callable[[WindowDriver], None]":
    """The image in the text, on the page and in the inspector."""

    def show(driver: "WindowDriver") -> None:
        from newsdesk.ui.dialogs.picture_dialog import PictureDialog
        from newsdesk.ui.inspector.pictures_section import PicturesSection
        from tests.hands import visible, wait_until

        _asked(driver, is_arabic=is_arabic)
        painted: list[int] = []
        driver.window.preview.painted.connect(painted.append)
        visible(PictureDialog)[0]._done.click()
        section = driver.window.inspector.findChild(PicturesSection)
        assert section is not None
        wait_until(lambda: bool(section._rows and any(section._small.values())), "the list")
        wait_until(lambda: bool(painted), "the page")
        wait_until(
            lambda: (
                driver.ask_page("[...document.images].every(one => one.naturalWidth) && 1") == 1
            ),
            "the image",
        )
        driver.window.inspector.focus_field("pictures")
        driver.window.notices.dismiss()

    return show


SCENES = {
    "image": Scene(_inserted()),
    "image-dark": Scene(_inserted(), theme="dark"),
    "image-arabic": Scene(_inserted(is_arabic=True), is_mirrored=True),
    "image-small": Scene(_inserted(), size=(1024, 640)),
    "image-dialog": Scene(_dialog()),
    "image-dialog-dark": Scene(_dialog(), theme="dark"),
    "image-dialog-arabic": Scene(_dialog(is_arabic=True), is_mirrored=True),
    "image-dialog-large": Scene(_dialog(), size=(1024, 640), text_scale=2.0),
}
