"""A whole release typed by keys, with all that an editor of releases knows, and exported."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import html5lib
from PySide6.QtWidgets import QApplication, QLineEdit

from newsdesk.ui.dialogs.picture_dialog import PictureDialog
from newsdesk.ui.dialogs.quote_dialog import QuoteDialog
from tests.drivers import WindowDriver
from tests.end_to_end.window.stories import main_of
from tests.hands import find, is_shown, press, type_text, wait_until

Open = Callable[..., WindowDriver]

HEADLINE = "Nine ports agree on one radio code"
BODY = """\
Ports on two oceans now speak **one language**.

- Berths
- Pilots
- Tugs

| Port    | Crews |
| ------- | ----- |
| Samport | 12      |

The code holds from March.[^1]

“A rope is thrown the same way everywhere,” said Dana Whitlock, Head of Press, OSH Geneva.

[^1]: Adopted in Nairobi."""


def _png(path: Path, width: int, height: int) -> Path:
    """Write a picture of one colour, with a word in it that must not leave the house."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        summed = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", summed)

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Comment\0taken at the secret jetty")
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return path


def _type_body() -> None:
    type_text("Ports on two oceans now speak one language")
    press("Ctrl+Shift+Left", 2)
    press("Ctrl+B")
    press("End")
    type_text(".\n\n- Berths\nPilots\nTugs\n\n")  # the list goes on, and ends in an empty item
    press("Ctrl+Alt+T")
    type_text("Port\tCrews\tSamport\t12")
    press("Ctrl+End")
    type_text("\n\nThe code holds from March.")
    press("Ctrl+Alt+F")
    type_text("Adopted in Nairobi.")
    press("Ctrl+Alt+F")  # back to where the note is cited


def _quote(desk: WindowDriver) -> None:
    press("Ctrl+Shift+J")
    dialog = find(QuoteDialog, "quote_dialog")
    type_text("Dana W")
    press("Return")
    wait_until(lambda: "quote_words" in _focus(), "the field for what was said")
    type_text("A rope is thrown the same way everywhere")
    press("Ctrl+Return")
    wait_until(lambda: not is_shown(dialog), "the dialog to close")
    wait_until(desk.window.editor.text.hasFocus, "the text to have the keyboard")


def _drop_picture(desk: WindowDriver, picture: Path) -> None:
    desk.drop_files([picture])
    dialog = find(PictureDialog, "picture_dialog")
    type_text("Crews in a blue boat")
    find(QLineEdit, "credit", dialog).setFocus()
    type_text("Kim Ode")
    press("Return")
    wait_until(lambda: not is_shown(dialog), "the dialog to close")
    wait_until(lambda: "newsdesk-media:" in desk.body, "the picture in the text")


def _focus() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus else ""


def test_a_whole_release_is_typed_and_exported(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    desk.skip_first_start()
    press("Ctrl+N")
    wait_until(lambda: desk.headline == "", "an empty release")
    type_text(HEADLINE)
    press("Down")
    type_text("Crews train together\n")
    _type_body()
    press("End")
    _quote(desk)
    assert desk.body == BODY
    _drop_picture(desk, _png(tmp_path / "boat.png", 60, 40))
    wait_until(lambda: "<figure" in desk.preview_main_html(), "the picture in the preview")
    wait_until(lambda: desk.is_saved, "the text to be stored")

    out = tmp_path / "out"
    out.mkdir()
    (page,) = desk.export_to(out)
    main = html5lib.parseFragment(main_of(page), container="main", namespaceHTMLElements=False)

    def texts(path: str) -> list[str]:
        return [" ".join("".join(one.itertext()).split()) for one in main.findall(f".//{path}")]

    assert texts("h1") == [HEADLINE]
    assert "one language" in texts("strong")
    assert texts("li")[:3] == ["Berths", "Pilots", "Tugs"]
    assert texts("th") == ["Port", "Crews"]
    assert texts("td") == ["Samport", "12"]
    assert any("A rope is thrown the same way everywhere,” said Dana" in one for one in texts("p"))
    assert any(one.startswith("Adopted in Nairobi.") for one in texts("li"))
    (image,) = main.findall(".//img")
    assert image.get("alt") == "Crews in a blue boat"
    assert image.get("src", "").startswith("data:image/png;base64,")
    assert any("Kim Ode" in one for one in texts("figcaption"))
    assert "secret jetty" not in page.read_text("utf-8")
    desk.close()
