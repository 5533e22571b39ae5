"""Taking over files of another newsdesk: file by file, then question by question."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import (
    ImportProblem,
    ImportRefusedError,
    NewsdeskError,
    StaleReleaseError,
)
from newsdesk.domain.parting import Choice
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.messages import reason
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.domain.bundle import Bundle, HandedRelease
    from newsdesk.domain.changes import Changes
    from newsdesk.rendering.release_comparison import ReleaseComparison
    from newsdesk.services.desk import Desk
    from newsdesk.services.taking_over import Prospect, TakenOver
    from newsdesk.ui.dialogs.password_dialog import PasswordDialog

SUFFIX = ".newsdesk"
_TRIES = 3  # of a password
_SHOWN_REFUSALS = 3


def is_handed_over(path: str) -> bool:
    """Tell a file of another newsdesk by its name."""
    return path.lower().endswith(SUFFIX)


@dataclass(frozen=True, slots=True)
class _Question:
    prospect: "Prospect"
    comparison: "ReleaseComparison"


class TakingOver(QObject):
    """One run at a time; files that come meanwhile wait."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._files: deque[str] = deque()
        self._afterwards: list[Callable[[], None]] = []
        self._is_running = False
        self._tries_left = _TRIES
        self._asking: PasswordDialog | None = None
        self._taken: list[TakenOver] = []
        self._refused: list[NewsdeskError] = []

    def take(self, files: Sequence[str], then: Callable[[], None] = lambda: None) -> None:
        """Take files over, ask where both desks changed a release, say how it went; call `then`."""
        self._files.extend(files)
        self._afterwards.append(then)
        if not self._is_running:
            self._is_running = True
            self._taken, self._refused = [], []
            self._context.autosave.flush(self._on_saved)

    def _on_saved(self, is_saved: bool) -> None:
        if is_saved:
            self._context.back_up_before(BackupReason.IMPORT, self._next_file)
            return
        self._files.clear()
        if (error := self._context.autosave.error) is not None:
            self._refused.append(error)
        self._finish()

    # One file -------------------------------------------------------------------------------

    def _next_file(self) -> None:
        if not self._files:
            self._finish()
            return
        self._tries_left = _TRIES
        self._read(self._files.popleft(), "")

    def _read(self, file: str, password: str) -> None:
        self._context.store.look(
            lambda desk: desk.taking_over.read(Path(file), password),
            self._on_read,
            partial(self._on_unread, file),
        )

    def _on_unread(self, file: str, error: NewsdeskError) -> None:
        problem = error.problem if isinstance(error, ImportRefusedError) else None
        if problem is ImportProblem.NEEDS_PASSWORD:
            self._ask_for_password(file)
            return
        if problem is ImportProblem.WRONG_PASSWORD and self._asking is not None:
            self._tries_left -= 1
            if self._tries_left:
                self._asking.say_wrong(self._tries_left)
                return
        self._give_up(error)

    def _ask_for_password(self, file: str) -> None:
        from newsdesk.ui.dialogs.password_dialog import PasswordDialog  # noqa: PLC0415 - rarely

        dialog = PasswordDialog(PurePath(file).name, self._context.window)
        dialog.password_given.connect(partial(self._read, file))
        dialog.rejected.connect(self._on_password_refused)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asking = dialog
        dialog.open()

    def _on_password_refused(self) -> None:
        if self._asking is not None:  # the user closed it; nothing is to be said about that
            self._asking = None
            self._next_file()

    def _close_password(self) -> None:
        dialog, self._asking = self._asking, None
        if dialog is not None:
            dialog.accept()

    def _give_up(self, error: NewsdeskError) -> None:
        self._close_password()
        self._refused.append(error)
        self._next_file()

    def _on_read(self, bundle: "Bundle") -> None:
        self._close_password()
        # the pictures first, beside whoever saves meanwhile
        self._context.store.look(
            lambda desk: desk.taking_over.keep_files(bundle),
            lambda _kept: self._take(bundle),
            self._give_up,
        )

    def _take(self, bundle: "Bundle") -> None:
        def work(desk: "Desk") -> "tuple[list[TakenOver], Changes]":
            return desk.taking_over.take(bundle)

        self._context.store.change(work, partial(self._on_taken, bundle), self._give_up)

    def _on_taken(self, bundle: "Bundle", taken: "Sequence[TakenOver]") -> None:
        settled = [one for one in taken if one.error is None]
        self._account_for(settled)
        parted = {one.release.id for one in taken if one.error is not None}
        self._next_question(bundle, deque(one for one in bundle.releases if one.id in parted))

    # One question ---------------------------------------------------------------------------

    def _next_question(self, bundle: "Bundle", parted: "deque[HandedRelease]") -> None:
        if not parted:
            self._next_file()
            return
        only = replace(bundle, releases=(parted[0],))

        def compare(desk: "Desk") -> _Question:
            (prospect,) = desk.taking_over.prospects(only)
            mine, theirs = prospect.mine or prospect.theirs, prospect.theirs
            called = {one.asset.id: one.asset.file_name or "" for one in bundle.pictures}
            return _Question(prospect, desk.history.compare_texts(mine, theirs, called))

        def flushed(_is_saved: bool) -> None:  # with what was typed meanwhile
            self._context.store.look(compare, partial(self._ask, bundle, parted), self._give_up)

        self._context.autosave.flush(flushed)

    def _ask(self, bundle: "Bundle", parted: "deque[HandedRelease]", question: _Question) -> None:
        from newsdesk.ui.dialogs.parted_dialog import PartedDialog  # noqa: PLC0415 - rarely

        context = self._context
        dialog = PartedDialog(
            question.prospect,
            question.comparison,
            len(parted) - 1,
            context.themes,
            context.window,
        )
        dialog.choice_made.connect(partial(self._settle, bundle, parted, question.prospect))
        dialog.put_off.connect(partial(self._settle, bundle, parted, question.prospect, None))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _settle(
        self,
        bundle: "Bundle",
        parted: "deque[HandedRelease]",
        prospect: "Prospect",
        choice: Choice | None,
    ) -> None:
        """Do what was chosen; None: nothing."""
        only = replace(bundle, releases=(parted[0],))
        version = prospect.mine.version if prospect.mine else None

        def work(desk: "Desk") -> "tuple[list[TakenOver], Changes]":
            from newsdesk.services.taking_over import Decision  # noqa: PLC0415 - loaded by now

            if choice is None:
                return desk.taking_over.take(only)
            decision = Decision(choice=choice, version=version)
            return desk.taking_over.take(only, {only.releases[0].id: decision})

        def settled(taken: "Sequence[TakenOver]") -> None:
            self._account_for(taken)
            parted.popleft()
            self._next_question(bundle, parted)

        def refused(error: NewsdeskError) -> None:
            if isinstance(error, StaleReleaseError):  # saved meanwhile: they are two others now
                self._next_question(bundle, parted)
            else:
                self._give_up(error)

        self._context.store.change(work, settled, refused)

    # What became of it ----------------------------------------------------------------------

    def _account_for(self, taken: "Sequence[TakenOver]") -> None:
        from newsdesk.ui.dialogs.taken_over_words import has_stored  # noqa: PLC0415 - loaded by now

        self._taken += taken
        session = self._context.session
        for one in taken:
            is_shown = one.release.id == session.release_id
            if has_stored(one) and is_shown and not session.is_dirty:
                session.replace_stored(one.release)

    def _finish(self) -> None:
        self._is_running = False
        afterwards, self._afterwards = self._afterwards, []
        if self._taken or self._refused:
            self._show_first()
            self._tell()
        for then in afterwards:
            then()

    def _show_first(self) -> None:
        from newsdesk.ui.dialogs.taken_over_words import has_stored  # noqa: PLC0415 - loaded by now

        stored = next((one for one in self._taken if has_stored(one)), None)
        if stored is not None:
            self._context.window.library.show_all()
            self._context.opener.open(stored.release.id)

    def _tell(self) -> None:
        from newsdesk.ui.dialogs.taken_over_words import (  # noqa: PLC0415 - loaded by now
            TakenOverWords,
        )

        said = [reason(error) for error in self._refused[:_SHOWN_REFUSALS]]
        if self._taken:
            said.append(TakenOverWords(self).summary(self._taken))
        else:
            said.append(self.tr("Nothing was changed."))
        tone = Tone.WARNING if self._refused else Tone.DONE
        copies = [one.copy for one in self._taken if one.copy is not None]
        offers: list[Offer] = []
        if len(self._taken) + len(self._refused) > 1:
            taken, refused = tuple(self._taken), tuple(self._refused)
            offers.append(Offer(self.tr("Show the list"), partial(self._list, taken, refused)))
        elif copies:
            show = partial(self._context.opener.open, copies[0].id)
            offers.append(Offer(self.tr("Open the copy"), show))
        ms = 0 if self._refused else UNDO_MS
        self._context.notices.show(" ".join(said), tone, offers, ms=ms)

    def _list(self, taken: "Sequence[TakenOver]", refused: Sequence[NewsdeskError]) -> None:
        from newsdesk.ui.dialogs.taken_over_dialog import (  # noqa: PLC0415 - rarely
            TakenOverDialog,
        )

        dialog = TakenOverDialog(taken, refused, self._context.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
