"""Makes every icon from the one drawing, `icons/newsdesk.svg`; run it after a change of that.

Windows reads `newsdesk.ico`, macOS `newsdesk.icns`, Linux the drawing itself and pictures of it.
Needs PySide6 and Pillow, as the program does; the same libraries make the same bytes.
"""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "icons"
DRAWING = ICONS / "newsdesk.svg"
IN_THE_PROGRAM = ICONS.parents[1] / "resources" / "icons" / "newsdesk.ico"  # of its windows
LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
_OF_MACOS = 824 / 1024  # of the side, as Apple's grid has it; the rest stays empty for the shadow


def picture(px: int, share: float = 1.0) -> Image.Image:
    """Return the drawing as `px` × `px` pixels, of which it fills `share`, in the middle."""
    image = QImage(px, px, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    side = round(px * share / 2) * 2 if share < 1 else px
    edge = (px - side) / 2
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(edge, edge, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - its stub errs
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def _png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def ico() -> bytes:
    pictures = [picture(px) for px in WINDOWS_SIZES]
    content = io.BytesIO()
    pictures[-1].save(
        content,
        "ICO",
        sizes=[(px, px) for px in WINDOWS_SIZES],
        append_images=pictures[:-1],
    )
    return content.getvalue()


def icns() -> bytes:
    pictures = [picture(px, _OF_MACOS) for px in MACOS_SIZES]
    content = io.BytesIO()
    pictures[-1].save(content, "ICNS", append_images=pictures[:-1])
    return content.getvalue()


def made() -> dict[str, bytes]:
    """Return the files of `icons/` that are made, by name."""
    files = {"newsdesk.ico": ico(), "newsdesk.icns": icns()}
    return files | {f"newsdesk-{px}.png": _png(picture(px)) for px in LINUX_SIZES}


def main() -> int:
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    for name, content in made().items():
        (ICONS / name).write_bytes(content)
    shutil.copyfile(ICONS / "newsdesk.ico", IN_THE_PROGRAM)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
