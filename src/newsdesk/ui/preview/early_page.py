"""A page of the preview before there is a view: the engine starts beside what the window does.

Imported late, as the engine is: see `preview_page`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from newsdesk.rendering.page import Page
from newsdesk.ui.assets import Assets
from newsdesk.ui.preview.preview_page import PreviewPage
from newsdesk.ui.preview.shell import Look, shell_html


@dataclass(frozen=True, slots=True)
class EarlyPage:
    """The engine's page, and what it is loading."""

    page: PreviewPage
    shown: Page


def begin_early(assets: Assets, look: Look, shown: Page) -> EarlyPage:
    """Let the engine start with a page that fits into the shell; a view takes it over."""
    application = QCoreApplication.instance()
    assert application is not None
    page = PreviewPage(assets.preview_js, application, application)
    page.setBackgroundColor(look.canvas)
    page.load_shell(shell_html(assets.release_css, look, shown))
    return EarlyPage(page, shown)
