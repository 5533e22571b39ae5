"""A small program with a preview in its window, which ends when the page is there.

    python -m tests.ui.preview.program STATEMENT

Runs in a process of its own, STATEMENT once the page is painted; whatever is wrong at the end of a
program with a browser in it is said on stderr, or is a crash.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from newsdesk.app import load_assets
from newsdesk.domain.language import Direction
from newsdesk.rendering.page import Page, RenderedBlock, key_of
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui import engine


def page(text: str) -> Page:
    html = f"<p>{text}</p>"
    return Page("en", Direction.LEFT_TO_RIGHT, text, (RenderedBlock(key_of(html), 0, 0, html),))


def main(statement: str) -> int:
    app = QApplication(sys.argv[:1])
    assets = load_assets()
    controller = ThemeController(
        themes=assets.themes,
        window_qss=assets.window_qss,
        icon_folder=assets.icon_folder,
        application=app,
    )
    window = QMainWindow()
    pane = PreviewPane(assets, controller, Icons(controller.theme, {}, 1.0))
    window.setCentralWidget(pane)
    window.show()
    pane.show_page(page("1"))
    names = {"app": app, "window": window, "pane": pane, "page": page, "QTimer": QTimer}

    def end() -> None:
        pane.painted.disconnect(end)
        print("painted", flush=True)  # noqa: T201 - to the test
        exec(statement, names)  # noqa: S102 - the test's own

    pane.painted.connect(end)
    QTimer.singleShot(0, pane.start)
    return app.exec()


if __name__ == "__main__":
    engine.prepare()
    code = main(sys.argv[1])
    print("ended", flush=True)  # noqa: T201 - to the test
    sys.exit(code)
