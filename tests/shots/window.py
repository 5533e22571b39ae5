"""Scenes of the window, of bringing in and of what goes wrong. To add one: see `__main__`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shots.scene import Scene

if TYPE_CHECKING:
    from tests.drivers import WindowDriver

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = "Harbour crews from nine ports train together for winter rescues"
ARABIC = "افتتاح محطة إرشاد جديدة في ميناء العقبة"
_TEXTS = ROOT / "tests" / "importing" / "files" / "releases"
_TEXT = _TEXTS / "en-letterhead.txt"
_PAGE = ROOT / "tests" / "importing" / "files" / "page.html"
_DOCUMENT = ROOT / "tests" / "importing" / "files" / "docx.docx"


def release(driver: "WindowDriver", headline: str) -> None:
    from tests.hands import wait_until

    driver.wait_for_samples()
    driver.click_row(headline)
    wait_until(lambda: driver.headline == headline, "the release")
    settle(driver)
    wait_until(lambda: headline in driver.preview_main_html(), "its page", 30)


def settle(driver: "WindowDriver") -> None:
    """Wait until nothing changes any more: the preview shows the page, all icons are there."""
    from tests.hands import wait_until

    preview = driver.window.preview
    painted: list[int] = []
    preview.painted.connect(painted.append)
    wait_until(lambda: not preview._stage.skeleton.isVisible(), "the preview")
    driver.workstation.icons.load()
    driver.window.notices.dismiss()


def english(driver: "WindowDriver") -> None:
    release(driver, ENGLISH)


def arabic(driver: "WindowDriver") -> None:
    release(driver, ARABIC)


def _embargoed(driver: "WindowDriver") -> None:
    """The English release under an embargo, its form in sight."""
    from newsdesk.domain.embargo import Embargo
    from tests.hands import wait_until

    english(driver)
    until = driver.workstation.surroundings.now().replace(tzinfo=None, hour=11, minute=0)
    embargo = Embargo.until(until.replace(year=until.year + 1), "Europe/Berlin")
    driver.workstation.session.edit("Set the embargo", embargo=embargo)
    driver.window.inspector.focus_field("embargo")
    wait_until(lambda: driver.workstation.autosave.is_settled, "the embargo to be stored", 30)


def _empty(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    driver.wait_for_samples()
    assert driver.workstation.wiring is not None
    driver.workstation.wiring.welcome.remove_samples()
    wait_until(lambda: driver.listed_total() == 0, "the samples to go")


def _first_start(driver: "WindowDriver") -> None:
    driver.wait_for_newsroom()


def _import(*files: Path) -> "Callable[[WindowDriver], None]":
    """The confirmation of files that are brought in."""

    def show(driver: "WindowDriver") -> None:

        from newsdesk.ui.dialogs.import_dialog import ImportDialog
        from tests.hands import visible, wait_until

        english(driver)
        driver.drop_files(list(files))
        wait_until(lambda: bool(visible(ImportDialog)), "the confirmation")

    return show


def _page(driver: "WindowDriver") -> None:
    """The confirmation of a saved page, with a mark that a person set."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from newsdesk.domain.provenance import FindingKind
    from newsdesk.ui.dialogs.source_view import SourceView
    from tests.hands import find, wait_until

    _import(_PAGE)(driver)
    source = find(SourceView, "source")
    wait_until(lambda: bool(source.marks), "the marks")
    place = source.document().find("course goes on")
    place.clearSelection()
    source.setTextCursor(place)  # a letter marks its line
    QTest.keyClick(source, Qt.Key.Key_A)
    wait_until(lambda: any(one.kind is FindingKind.BOILERPLATE for one in source.marks), "the mark")


def _already_there(driver: "WindowDriver") -> None:
    """The confirmation of a text that is stored already."""
    driver.wait_for_samples()
    driver.drop_files([_TEXT])
    driver.confirm_import()
    _import(_TEXT)(driver)


def dialog(id_: str) -> "Callable[[WindowDriver], None]":
    def show(driver: "WindowDriver") -> None:
        from PySide6.QtWidgets import QDialog

        from tests.hands import visible, wait_until

        english(driver)
        driver.workstation.actions.action(id_).trigger()
        wait_until(lambda: bool(visible(QDialog)), "the dialog")

    return show


def _finding(driver: "WindowDriver") -> None:
    """Words are found in the text, and others stand ready for their place."""
    from tests.hands import press, type_text, wait_until

    english(driver)
    driver.do("edit.replace")
    bar = driver.window.editor.find_bar
    assert bar is not None
    wait_until(bar.words.hasFocus, "the bar")
    type_text("the")
    press("Return")
    bar.other.setText("a")


def _unreadable(driver: "WindowDriver") -> None:
    from newsdesk.ui.dialogs.rescue_page import RescuePage
    from tests.hands import visible, wait_until

    wait_until(lambda: bool(visible(RescuePage)), "the error")
    page = visible(RescuePage)[0]
    wait_until(page._salvage.isVisible, "what there is")
    path = page._path
    path.setText(str(Path(*Path(path.text()).parts[-2:])))  # no picture shows where it was taken


def _locked(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    wait_until(lambda: "Try again" in _offers(driver), "the notice")
    wait_until(lambda: driver.listed_total() > 0, "the list")
    wait_until(lambda: not driver.window.preview._stage.skeleton.isVisible(), "the preview", 30)


def _not_saved(driver: "WindowDriver") -> None:
    """Typing goes on while the disk has no room."""
    from newsdesk.domain.errors import StorageError, StorageProblem

    english(driver)
    driver.workstation.session.edit("Change subheadline", subheadline="Typed on a full disk")
    driver.workstation.session.not_stored(StorageError(StorageProblem.FULL, str(driver.folder)))


def _refused(driver: "WindowDriver") -> None:
    from tests.hands import wait_until

    english(driver)
    rubbish = driver.folder / "photo.txt"
    rubbish.write_bytes(bytes(range(256)) * 40)
    driver.drop_files([rubbish])
    wait_until(lambda: "photo.txt" in driver.notice, "the refusal")


def _offers(driver: "WindowDriver") -> list[str]:
    from PySide6.QtWidgets import QPushButton

    return [button.text() for button in driver.window.notices.findChildren(QPushButton)]


def _corpus() -> "dict[str, Scene]":
    """Return scenes of pages as they lie about, to be looked at only; none where they are not."""
    pages = sorted((ROOT.parent / "shared" / "corpus").glob("*/source.*"))
    return {f"corpus-{page.parent.name}": Scene(_import(page)) for page in pages}


SCENES = {
    "light": Scene(english),
    "dark": Scene(english, theme="dark"),
    "arabic-light": Scene(arabic),
    "arabic-dark": Scene(arabic, theme="dark"),
    "mirrored-light": Scene(arabic, is_mirrored=True),
    "mirrored-dark": Scene(arabic, theme="dark", is_mirrored=True),
    "1024x640": Scene(english, size=(1024, 640)),
    "200-percent": Scene(english, scale=2),
    "embargo": Scene(_embargoed),
    "empty": Scene(_empty),
    "empty-dark": Scene(_empty, theme="dark"),
    "first-start": Scene(_first_start, is_first_start=True),
    "first-start-dark": Scene(_first_start, theme="dark", is_first_start=True),
    "first-start-arabic": Scene(_first_start, is_first_start=True, is_mirrored=True),
    "find": Scene(_finding),
    "find-dark": Scene(_finding, theme="dark"),
    "find-arabic": Scene(_finding, is_mirrored=True),
    "find-1024x640": Scene(_finding, size=(1024, 640)),
    "import": Scene(_import(_TEXT)),
    "import-dark": Scene(_import(_TEXT), theme="dark"),
    "import-arabic": Scene(_import(_TEXTS / "ar.txt"), is_mirrored=True),
    "import-page": Scene(_page),
    "import-page-dark": Scene(_page, theme="dark"),
    "import-document": Scene(_import(_DOCUMENT)),
    "import-there": Scene(_already_there),
    "import-large-text": Scene(_import(_TEXT), text_scale=2.0),
    "import-1024x640": Scene(_import(_TEXT), size=(1024, 640)),
    "settings": Scene(dialog("app.settings")),
    "settings-dark": Scene(dialog("app.settings"), theme="dark"),
    "settings-arabic": Scene(dialog("app.settings"), is_mirrored=True),
    "publish": Scene(dialog("release.publish")),
    "publish-dark": Scene(dialog("release.publish"), theme="dark"),
    "publish-arabic": Scene(dialog("release.publish"), is_mirrored=True),
    "export": Scene(dialog("release.export")),
    "export-dark": Scene(dialog("release.export"), theme="dark"),
    "export-arabic": Scene(dialog("release.export"), is_mirrored=True),
    "error-damaged": Scene(_unreadable),
    "error-locked": Scene(_locked),
    "error-full-disk": Scene(_not_saved),
    "error-full-disk-dark": Scene(_not_saved, theme="dark"),
    "error-rubbish": Scene(_refused),
    **_corpus(),
}
