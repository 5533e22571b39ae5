"""What is done to releases: begun, published, recalled, put away."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import ConfirmationKind
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import Action
from newsdesk.ui.bulk_commands import BulkCommands, BulkTask
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.bulk import Outcome
    from newsdesk.services.desk import Desk

_MANY = 10  # releases: so many are not put away without a backup


class ReleaseCommands(QObject):
    """Commands on the open release and on those chosen in the list."""

    def __init__(
        self,
        context: CommandContext,
        export_open: Callable[[], None],
        focus_field: Callable[[str], None],
        bulk: BulkCommands,
        settle: Callable[[], None],
    ) -> None:
        """`export_open` is offered after a release is published or recalled.

        `settle` is called after texts were erased.
        """
        super().__init__(context.window)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self._export_open = export_open
        self._focus_field = focus_field
        self._bulk = bulk
        self._settle = settle

    # Beginning ------------------------------------------------------------------------------

    def new(self) -> None:
        self._begin(lambda desk: desk.releases.new({}))

    def duplicate(self) -> None:
        if (release := self._context.session.release) is not None:
            key = str(release.id)
            self._context.autosave.flush(
                self._if_saved(lambda: self._begin(lambda desk: desk.releases.duplicate(key)))
            )

    def _begin(self, work: "Callable[[Desk], tuple[Release, Changes]]") -> None:
        def show() -> None:
            self._window.library.show_all()
            self._window.library.set_current(self._context.session.release_id)
            self._focus_field("headline")

        self._context.opener.begin(work, show)

    # The workflow ---------------------------------------------------------------------------

    def save(self) -> None:
        self._context.autosave.save_permanently()

    def publish(self) -> None:
        """Ask what publishing needs, then publish."""
        self._context.autosave.flush(self._if_saved(self._ask_to_publish))

    def _ask_to_publish(self) -> None:
        release = self._context.session.release
        if release is None:
            return
        key = release.template_id
        if key is None:
            self._open_publish_dialog(())
        else:
            self._context.store.read(
                lambda desk: desk.templates.required(key), self._open_publish_dialog
            )

    def _open_publish_dialog(self, required: Sequence[str]) -> None:
        """`required` are fields that the template of the release asks for."""
        from newsdesk.ui.dialogs.publish_dialog import PublishDialog  # noqa: PLC0415 - rarely used

        release = self._context.session.release
        if release is None:
            return
        dialog = PublishDialog(
            release,
            self._context.newsroom(),
            self._context.now(),
            self._context.icons,
            required,
            self._window,
        )
        dialog.publish_requested.connect(partial(self._publish, str(release.id)))
        dialog.field_requested.connect(self._focus_field)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _publish(self, key: str, confirmed: frozenset[ConfirmationKind]) -> None:
        def work(desk: "Desk") -> tuple[Release, Changes]:
            return desk.workflow.take(key, Action.PUBLISH, confirmed=confirmed)

        self._context.store.change(work, self._on_published, self._notices.show_error)

    def _on_published(self, release: Release) -> None:
        self._context.session.replace_stored(release)
        self._notices.show(
            self.tr("“{0}” is published.").format(_title(release)),
            Tone.DONE,
            [Offer(self.tr("Export…"), self._export_open)],
            ms=UNDO_MS,
        )

    def recall(self) -> None:
        from newsdesk.ui.dialogs.recall_dialog import RecallDialog  # noqa: PLC0415 - rarely used

        release = self._context.session.release
        if release is None:
            return
        dialog = RecallDialog(release, self._window)
        dialog.recall_requested.connect(partial(self._recall, str(release.id)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _recall(self, key: str, reason: str) -> None:
        def work(desk: "Desk") -> tuple[Release, Changes]:
            return desk.workflow.take(key, Action.RECALL, reason=reason)

        self._context.store.change(work, self._on_recalled, self._notices.show_error)

    def _on_recalled(self, release: Release) -> None:
        self._context.session.replace_stored(release)
        self._notices.show(
            self.tr("“{0}” is recalled. Its page now says so; export it again.").format(
                _title(release)
            ),
            Tone.DONE,
            [Offer(self.tr("Export…"), self._export_open)],
            ms=UNDO_MS,
        )

    def toggle_star(self) -> None:
        release = self._context.session.head
        if release is not None:
            key, starred = str(release.id), not release.starred
            self._context.store.change(
                lambda desk: desk.releases.star(key, starred=starred),
                self._context.session.take_star,
            )

    # The trash ------------------------------------------------------------------------------

    def trash(self) -> None:
        self._context.autosave.flush(
            self._if_saved(partial(self._back_up_and_trash, self._chosen()))
        )

    def _back_up_and_trash(self, ids: Sequence[ReleaseId]) -> None:
        if len(ids) < _MANY:
            self._trash(ids)
        else:
            self._context.back_up_before(BackupReason.REMOVAL, partial(self._trash, ids))

    def _trash(self, ids: Sequence[ReleaseId]) -> None:
        def let_go(outcome: "Outcome[Release]") -> None:
            if self._context.session.release_id in {release.id for release in outcome.done}:
                self._context.opener.close()

        def work(desk: "Desk", some: Sequence[ReleaseId]) -> "tuple[Outcome[Release], Changes]":
            return desk.bulk.trash(some)

        task = BulkTask(
            work=work,
            told=self._trashed,
            name=lambda number: self.tr("move of %Ln release(s) to the trash", "", number),
            undo=self._taking_out,
            then=let_go,
        )
        self._bulk.run(ids, task)

    def _trashed(self, done: Sequence[Release]) -> str:
        if len(done) == 1:
            return self.tr("“{0}” is in the trash.").format(_title(done[0]))
        return self.tr("%Ln release(s) are in the trash.", "", len(done))

    def untrash(self) -> None:
        self._bulk.run(self._chosen(), self._taking_out())

    def _taking_out(self, _outcome: "Outcome[Release] | None" = None) -> BulkTask:
        def work(desk: "Desk", some: Sequence[ReleaseId]) -> "tuple[Outcome[Release], Changes]":
            return desk.bulk.untrash(some)

        def show(outcome: "Outcome[Release]") -> None:
            if outcome.done:
                self._context.opener.open(outcome.done[0].id)

        return BulkTask(work=work, told=lambda _: "", then=show)

    def empty_trash(self) -> None:
        """Ask whether all that is in the trash is to be erased for good."""

        def ask(ids: Sequence[ReleaseId]) -> None:
            from newsdesk.ui.dialogs.empty_trash_dialog import (  # noqa: PLC0415 - rarely used
                EmptyTrashDialog,
            )

            dialog = EmptyTrashDialog(len(ids), self._window)
            dialog.erasure_requested.connect(partial(self._erase, ids))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        self._context.store.read(lambda desk: desk.releases.ids(ReleaseQuery(trashed=True)), ask)

    def _erase(self, ids: Sequence[ReleaseId]) -> None:
        if self._context.session.release_id in ids:
            self._context.opener.close()
        self._bulk.run(
            ids,
            BulkTask(
                work=lambda desk, some: desk.bulk.erase(some),
                told=lambda done: self.tr("Erased for good: %Ln release(s).", "", len(done)),
                then=lambda _: self._settle(),
            ),
        )

    def _chosen(self) -> list[ReleaseId]:
        open_ = self._context.session.release_id
        return self._window.library.selected_ids() or ([open_] if open_ else [])

    def _if_saved(self, then: Callable[[], None]) -> Callable[[bool], None]:
        """Return what goes on only with a text that is on the disk."""

        def go_on(is_saved: bool) -> None:
            if is_saved:
                then()
            elif (error := self._context.autosave.error) is not None:
                self._notices.show_error(error)

        return go_on


def _title(release: Release) -> str:
    return release.headline or release.slug
