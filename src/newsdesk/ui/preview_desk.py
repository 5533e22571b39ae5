"""The preview of the open release, and all that is only about it: rendering, pictures, modes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.services.preferences import Preferences, View
from newsdesk.ui.preview.aside_rendering import AsideRendering
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.preview_scheduler import PreviewScheduler
from newsdesk.ui.preview.side_by_side import SideBySide
from newsdesk.ui.release_pictures import ReleasePictures
from newsdesk.ui.sheet_making import SheetMaking, offer_print_pages
from newsdesk.ui.timers import single_shot
from newsdesk.ui.workstation import Workstation

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease

_GIVEN_UP_AFTER_MS = 60_000  # a hidden preview's processes are most of the memory


class PreviewDesk(QObject):
    """Renders what is written, and shows it beside the text while it is seen.

    Attributes:
        pane: to be put into the window before `follow`, which starts its engine.
        pictures: those of the open release.
        making: makes the sheets of paper that it is printed on.
        rendered: the open release as it was rendered last; None before and without one.

    Signals:
        was_rendered(RenderedRelease): there is another one.
    """

    was_rendered = Signal(object)

    def __init__(self, desk: Workstation, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        surroundings, session, store = desk.surroundings, desk.session, desk.store
        self.rendered: RenderedRelease | None = None
        self.pictures = ReleasePictures(session, store, desk.hub, self)
        aside = AsideRendering(store)
        self.scheduler = PreviewScheduler(session, surroundings.now, self, self.pictures, aside)
        self.pane = PreviewPane(surroundings.assets, desk.themes, desk.icons)
        if desk.snapshot is not None:
            self.pane.show_page(desk.snapshot.page)
        self.pane.set_fetch(self.pictures.fetch)
        self.beside = SideBySide(desk.window.editor, self.pane)
        self.making = SheetMaking(session, store, surroundings.printer)
        offer_print_pages(self.pane, self.scheduler, self.making, session, desk.themes)
        self._give_up = single_shot(self, self.pane.give_up, _GIVEN_UP_AFTER_MS)
        self.scheduler.rendered.connect(self._on_rendered)
        self.scheduler.beginning_rendered.connect(self.beside.show)
        self.pane.mode_edited.connect(desk.keeper.setter("preview_mode"))

    def as_it_is_now(self) -> "RenderedRelease | None":
        """Return the open release rendered, and do that first where it is still to be done."""
        if self.scheduler.is_due:
            self.scheduler.render_now()
        return self.rendered

    def follow(self, preferences: Preferences) -> None:
        """Have a preview while it is seen; let its processes go when it was not for a while."""
        self.beside.scrolling.is_on = preferences.is_scrolled_together
        self.beside.scrolling.catch_up()
        is_seen = preferences.view is not View.WRITE
        self.scheduler.is_paused = not is_seen
        early, self._desk.early = self._desk.early, None
        if is_seen:
            self._give_up.stop()
            self.pane.start(early)
            return
        if early is not None:
            early.give_up()
        if not self._give_up.isActive():
            self._give_up.start()

    def begin_release(self) -> None:
        """Another release is open, or none: its page is on its way."""
        self.beside.begin_release()
        if not self._desk.session.is_open:
            self.beside.show(None)

    @Slot(object)
    def _on_rendered(self, rendered: "RenderedRelease | None") -> None:
        self.rendered = rendered
        if rendered is not None:
            self.beside.show(rendered)
            self.was_rendered.emit(rendered)
