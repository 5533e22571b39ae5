"""Scenes of printed pages. To add one: see `__main__`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.shots.scene import Scene
from tests.shots.window import _embargoed, arabic, english

if TYPE_CHECKING:
    from tests.drivers import WindowDriver


def _pages(begin: "Callable[[WindowDriver], None]", *, below: int = 0) -> "Callable[..., None]":
    """The printed pages of a release, scrolled down by `below` px."""

    def show(driver: "WindowDriver") -> None:
        from newsdesk.services.preferences import PreviewMode
        from newsdesk.ui.preview.sheet_view import SheetView
        from tests.hands import wait_until

        begin(driver)
        preview = driver.window.preview
        preview.set_mode(PreviewMode.PRINT)
        wait_until(lambda: bool(preview.findChildren(SheetView)), "the pages", 30)
        (sheets,) = preview.findChildren(SheetView)
        wait_until(lambda: sheets.page_count > 0, "the pages", 30)
        sheets.verticalScrollBar().setValue(below)

    return show


def _pdf_chosen(driver: "WindowDriver") -> None:
    """The export with PDF chosen."""
    from newsdesk.ui.dialogs.export_dialog import ExportDialog
    from tests.hands import visible, wait_until

    english(driver)
    driver.do("release.export_pdf")
    wait_until(lambda: bool(visible(ExportDialog)), "the dialog")


def _no_printer(driver: "WindowDriver") -> None:
    english(driver)
    driver.do("release.print")


SCENES = {
    "print-light": Scene(_pages(english)),
    "print-dark": Scene(_pages(english, below=700), theme="dark"),
    "print-embargoed": Scene(_pages(_embargoed)),
    "print-arabic": Scene(_pages(arabic), is_mirrored=True),
    "print-small": Scene(_pages(english), size=(1024, 640)),
    "print-large-text": Scene(_pages(english), text_scale=2.0),
    "print-no-printer": Scene(_no_printer),
    "export-pdf": Scene(_pdf_chosen),
}
