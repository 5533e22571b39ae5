"""What is done with the history of a release: seen, compared, brought back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Revision
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.rendering.release_comparison import ReleaseComparison
    from newsdesk.services.desk import Desk
    from newsdesk.ui.dialogs.comparison_dialog import Comparing


class HistoryCommands(QObject):
    """Commands on the versions of the open release; a number is a revision's, None is now."""

    def __init__(self, context: CommandContext, focus_field: Callable[[str], None]) -> None:
        super().__init__(context.window)
        self._context = context
        self._focus_field = focus_field

    def now(self) -> datetime:
        return self._context.now()

    def show(self) -> None:
        """Go to the list of versions."""
        self._focus_field("history")

    def compare_last(self) -> None:
        """Compare what is in the editor with the last version that was kept for good."""

        def open_(revisions: Sequence[Revision]) -> None:
            kept = [one.number for one in revisions if one.is_permanent]
            self._open(kept[-1] if kept else None, None, revisions)

        self._read_revisions(open_)

    def compare(self, before: int | None, after: int | None) -> None:
        self._read_revisions(partial(self._open, before, after))

    def _read_revisions(self, then: Callable[[Sequence[Revision]], None]) -> None:
        key = self._context.session.release_id
        if key is not None:
            self._context.store.read(
                lambda desk: desk.history.revisions(str(key)),
                then,
                self._context.notices.show_error,
            )

    def _open(self, before: int | None, after: int | None, revisions: Sequence[Revision]) -> None:
        from newsdesk.ui.dialogs.comparison_dialog import (  # noqa: PLC0415 - rarely used
            ComparisonDialog,
            history_versions,
        )

        context = self._context
        release = context.session.release
        if release is None:
            return
        dialog = ComparisonDialog(
            history_versions(revisions, context.now()),
            partial(self._look, release),
            context.icons,
            context.themes,
            context.window,
        )
        dialog.set_restorable(is_restorable=context.session.is_editable)
        dialog.restore_requested.connect(self.restore)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.compare(before, after)
        dialog.open()

    def _look(self, now: Release, asked: "Comparing") -> None:
        """Compare two versions; "now" is the text as it stood in the editor, stored or not."""
        key = str(now.id)

        def work(desk: "Desk") -> "ReleaseComparison":
            before, after = (
                now if number is None else desk.history.at(key, number)
                for number in (asked.before, asked.after)
            )
            return desk.history.compare_texts(before, after)

        self._context.store.look(work, asked.then, asked.otherwise)

    # Bringing back --------------------------------------------------------------------------

    def restore(self, number: int) -> None:
        """Set the open release back to a version, once what it is now is stored."""
        key = self._context.session.release_id

        def go_on(is_saved: bool) -> None:
            release = self._context.session.head
            if release is None or release.id != key:
                return
            if is_saved:
                self._restore(release.id, number, release.current_revision)
            elif (error := self._context.autosave.error) is not None:
                self._context.notices.show_error(error)

        if key is not None:
            self._context.autosave.flush(go_on)

    def _restore(self, key: ReleaseId, number: int, before: int) -> None:
        def work(desk: "Desk") -> tuple[Release, Changes]:
            return desk.history.restore(str(key), number)

        self._context.store.change(
            work, partial(self._on_restored, before), self._context.notices.show_error
        )

    def _on_restored(self, before: int, release: Release) -> None:
        self._context.session.replace_stored(release)
        self._context.notices.show(
            self.tr("The earlier version is back. What was there before is kept in the history."),
            Tone.DONE,
            [Offer(self.tr("Undo"), partial(self._undo, release.id, before))],
            ms=UNDO_MS,
        )

    def _undo(self, key: ReleaseId, before: int) -> None:
        """Bring back what was there before: another version, so that nothing is lost either way."""

        def undone(release: Release) -> None:
            self._context.session.replace_stored(release)

        self._context.store.change(
            lambda desk: desk.history.restore(str(key), before),
            undone,
            self._context.notices.show_error,
        )


def compare_with_theirs(
    context: CommandContext, mine: Release, theirs: Release, parent: QWidget
) -> None:
    """Show all that differs between two people's versions of one release."""
    from newsdesk.ui.dialogs.comparison_dialog import (  # noqa: PLC0415 - rarely used
        ComparisonDialog,
        two_versions,
    )

    texts = {theirs.current_revision: theirs, None: mine}

    def look(asked: "Comparing") -> None:
        before, after = texts[asked.before], texts[asked.after]
        context.store.look(
            lambda desk: desk.history.compare_texts(before, after), asked.then, asked.otherwise
        )

    dialog = ComparisonDialog(
        two_versions(theirs.current_revision), look, context.icons, context.themes, parent
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.compare(theirs.current_revision, None)
    dialog.open()
