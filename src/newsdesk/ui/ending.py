"""Closing the window: nothing is lost, and the next start begins with what is seen now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.services.start_snapshot import StartSnapshot
from newsdesk.ui.jobs.garbage import GarbageCollector
from newsdesk.ui.messages import words
from newsdesk.ui.notices import Notices
from newsdesk.ui.picture_taking import picture_of
from newsdesk.ui.snapshot_keeper import SnapshotKeeper
from newsdesk.ui.widgets.notice_bar import Offer, Tone
from newsdesk.ui.workstation import Workstation

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease


class Ending(QObject):
    """Puts down how the window is left, while it is open and when it is closed."""

    def __init__(
        self,
        desk: Workstation,
        notices: Notices,
        garbage: GarbageCollector,
        rendered: "Callable[[], RenderedRelease | None]",
        before_closing: Callable[[Callable[[], None]], None],
        parent: QObject,
    ) -> None:
        """Make what ends the window.

        Args:
            rendered: returns what the preview shows.
            before_closing: calls what it is given, perhaps once the user has agreed.
        """
        super().__init__(parent)
        self._desk = desk
        self._notices = notices
        self._garbage = garbage
        self._rendered = rendered
        self._before_closing = before_closing
        self._snapshot = SnapshotKeeper(
            desk.surroundings.snapshot, self.snapshot, desk.store, desk.hub, self
        )
        desk.window.close_requested.connect(self.close)
        desk.window.panes_edited.connect(self._note_layout)

    def snapshot(self) -> StartSnapshot | None:
        """Return what is open, for the next start; None while a text is not stored."""
        session = self._desk.session
        if session.is_dirty or not self._desk.store.is_readable:
            return None
        release, rendered = session.release, self._rendered()
        page = rendered.page if rendered and release else None
        return StartSnapshot(release=release, page=page, newsroom=self._desk.newsroom)

    @Slot()
    def close(self) -> None:
        """Store everything, then go; stay if that fails, or if the user would rather wait."""
        self._before_closing(lambda: self._desk.autosave.flush(self._close_if_saved))

    def end(self) -> None:
        """Put down how the window was left, and close it."""
        desk = self._desk
        desk.keeper.remember(**desk.window.layout_fields())
        desk.keeper.write()
        desk.window.editor.texts.save()
        self._snapshot.write()
        self._keep_picture()
        desk.surroundings.printer.end()  # the threads may be waiting for a page
        desk.store.stop()
        desk.journalling.end()
        self._garbage.stop()
        if desk.icons.is_grown:
            desk.surroundings.glyphs.save(desk.icons.pictures)
        desk.window.preview.give_up()
        desk.window.close_for_good()

    def _close_if_saved(self, is_saved: bool) -> None:
        if is_saved:
            self.end()
            return
        error = self._desk.autosave.error
        why = words(error).title if error else ""
        self._notices.show(
            self.tr("Not everything is saved: {0}. The text is still here.").format(why),
            Tone.ERROR,
            [
                Offer(self.tr("Try again"), self.close),
                Offer(self.tr("Close without saving"), self.end),
            ],
        )

    def _keep_picture(self) -> None:
        """Begin the next start with what is seen now, if that is what will be opened."""
        desk = self._desk
        release, keep = desk.session.release, desk.surroundings.picture
        folder = desk.surroundings.data_folder
        is_elsewhere = desk.keeper.preferences.data_dir not in ("", folder)
        is_lost = desk.session.is_dirty
        if release is None or not desk.window.is_desk_shown or is_elsewhere or is_lost:
            keep.discard()
        else:
            keep.save(
                picture_of(
                    desk.window, desk.themes.theme, release.language, desk.surroundings.assets.fonts
                )
            )

    @Slot()
    def _note_layout(self) -> None:
        if self._desk.window.isVisible():
            self._desk.keeper.remember(**self._desk.window.layout_fields())
