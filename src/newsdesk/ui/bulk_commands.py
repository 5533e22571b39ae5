"""What is done to many releases at once: filed, taken a step on, put away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.filing import Filing, Refiled
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import Action
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.jobs.bulk_run import BulkRun, BulkWork
from newsdesk.ui.library_undo import LibraryUndo
from newsdesk.ui.messages import words
from newsdesk.ui.notices import Notices
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.bulk import Outcome
    from newsdesk.services.desk import Desk


def _nothing(_outcome: object) -> None:
    """What follows from most of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkTask:
    """Something that is done to many releases, in words and deeds."""

    work: BulkWork
    told: Callable[[Sequence[Any]], str]  # what was done to these, as a sentence; "": it is seen
    name: Callable[[int], str] = lambda _: ""  # of what was done to so many, behind "Undo:"
    undo: "Callable[[Outcome[Any]], BulkTask] | None" = None  # None: it has its own way back
    then: "Callable[[Outcome[Any]], None]" = _nothing
    changes_more: bool = False  # than releases: there is something to undo without any
    notices: Notices | None = None  # where it is told; None: in the window


class BulkCommands(QObject):
    """Commands on the releases chosen in the list, or on the open one if none is."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._window = context.window
        self._notices = context.notices
        self.undoing = LibraryUndo(context.window.top_bar, self)

    # What is asked ----------------------------------------------------------------------------

    def file(self) -> None:
        """Ask what the chosen ones are to be filed under, or no longer."""
        from newsdesk.ui.dialogs.filing_dialog import FilingDialog  # noqa: PLC0415 - when needed

        context = self._context
        if not (ids := self.chosen()):
            return
        dialog = FilingDialog(
            len(ids), self._language(), context.store, context.icons, self._window
        )
        dialog.filing_requested.connect(partial(self._file, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def set_language(self) -> None:
        from newsdesk.ui.dialogs.bulk_dialogs import LanguageDialog  # noqa: PLC0415 - when needed

        if not (ids := self.chosen()):
            return
        dialog = LanguageDialog(len(ids), self._context.newsroom().languages, self._window)
        dialog.language_chosen.connect(partial(self._set_language, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_step(self) -> None:
        from newsdesk.ui.dialogs.bulk_dialogs import StepDialog  # noqa: PLC0415 - when needed

        if not (ids := self.chosen()):
            return
        has_steps = self._context.newsroom().has_approval_steps
        dialog = StepDialog(len(ids), self._window, has_approval_steps=has_steps)
        dialog.step_chosen.connect(partial(self._take, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def chosen(self) -> list[ReleaseId]:
        """Return those chosen in the list; the open one if there are none."""
        open_ = self._context.session.release_id
        return self._window.library.selected_ids() or ([open_] if open_ else [])

    # What is done -----------------------------------------------------------------------------

    def _file(
        self,
        ids: Sequence[ReleaseId],
        scheme: Scheme,
        entered: Sequence[Term | str],
        is_adding: bool,
    ) -> None:
        """Make terms of the words that are new, then file."""
        language = self._language()

        def make(desk: "Desk") -> tuple[tuple[Term, ...], Changes]:
            return _made(desk, scheme, entered, language)

        def go_on(terms: tuple[Term, ...]) -> None:
            self.refile(ids, _filing(terms, is_adding=is_adding))

        self._context.store.change(make, go_on, self._notices.show_error)

    def _set_language(self, ids: Sequence[ReleaseId], language: str) -> None:
        self.refile(ids, Filing(language=language))

    def refile(self, ids: Sequence[ReleaseId], filing: Filing) -> None:
        """File releases under other terms, or in another language; can be undone."""
        self.run(
            ids,
            BulkTask(
                work=lambda desk, some: desk.bulk.file(some, filing),
                told=lambda done: self.tr("Changed: %Ln release(s).", "", len(done)),
                name=lambda number: self.tr("change of %Ln release(s)", "", number),
                undo=self.taking_back,
            ),
        )

    def taking_back(self, outcome: "Outcome[Any]") -> BulkTask:
        """Return what files releases as they were before."""
        by_id = {one.release_id: one for one in outcome.done}

        def work(desk: "Desk", some: Sequence[ReleaseId]) -> "tuple[Outcome[Any], Changes]":
            return desk.bulk.take_back([by_id[key] for key in some])

        return BulkTask(
            work=work, told=lambda done: self.tr("Changed back: %Ln release(s).", "", len(done))
        )

    def _take(self, ids: Sequence[ReleaseId], action: Action) -> None:
        self.run(
            ids,
            BulkTask(
                work=lambda desk, some: desk.bulk.take(some, action),
                told=lambda done: self.tr("Step taken: %Ln release(s).", "", len(done)),
            ),
        )

    def run(self, ids: Sequence[ReleaseId], task: BulkTask) -> None:
        """Store what is open, do it to all, and say what became of them.

        The open release comes first: what is typed meanwhile goes on from what was stored.
        """

        def go_on(is_saved: bool) -> None:
            if is_saved:
                self._start(ids, task)
            elif (error := self._context.autosave.error) is not None:
                self._notices.show_error(error)

        self._context.autosave.flush(go_on)

    def _start(self, ids: Sequence[ReleaseId], task: BulkTask) -> None:
        open_ = self._context.session.release_id
        ordered = sorted(ids, key=lambda key: key != open_)
        run = BulkRun(ordered, task.work, self._context.store, self)
        run.progressed.connect(partial(self._show_progress, run, task))
        run.stored.connect(self._take_over)
        run.finished.connect(partial(self._on_ended, run, task))
        run.cancelled.connect(partial(self._on_ended, run, task, is_stopped=True))
        run.failed.connect(partial(self._on_failed, run, task))
        run.start()

    def _take_over(self, outcome: "Outcome[Any]") -> None:
        """Show what the store made of the open release, if it is among these."""
        open_ = self._context.session.release_id
        if open_ is not None and any(_id_of(one) == open_ for one in outcome.done):
            self._context.store.read(
                lambda desk: desk.releases.get(str(open_)), self._context.session.take_filing
            )

    def _show_progress(self, run: BulkRun, task: BulkTask, done: int, total: int) -> None:
        if done < total:
            number = self._window.locale().toString
            said = self.tr("{0} of {1} releases done.").format(number(done), number(total))
            self._told(task).show(said, Tone.INFO, [Offer(self.tr("Cancel"), run.cancel)])

    def _on_failed(
        self,
        run: BulkRun,
        task: BulkTask,
        error: NewsdeskError,
        outcome: "Outcome[Any] | None",
    ) -> None:
        if outcome is not None and outcome.done:
            self._on_ended(run, task, outcome, is_stopped=True)
        run.deleteLater()
        self._told(task).show_error(error)

    def _on_ended(
        self,
        run: BulkRun,
        task: BulkTask,
        outcome: "Outcome[Any] | None",
        *,
        is_stopped: bool = False,
    ) -> None:
        run.deleteLater()
        if outcome is None:  # stopped before anything was done
            self._told(task).show(self.tr("Stopped. Nothing was changed."), ms=UNDO_MS)
            return
        task.then(outcome)
        if run.total == 1 and outcome.refused:
            self._told(task).show_error(outcome.refused[0][1])
            return
        offers: list[Offer] = []
        if task.undo is not None and (outcome.done or task.changes_more):
            take_back = partial(self._undo, task.undo, outcome)
            offers.append(Offer(self.tr("Undo"), take_back))
            self.undoing.remember(task.name(len(outcome.done)), take_back)
        elif outcome.done:
            self.undoing.forget()
        if outcome.refused:
            offers.append(Offer(self.tr("Show why"), partial(self._show_refused, outcome)))
        tone = Tone.WARNING if outcome.refused else Tone.DONE
        said = self._said(task, outcome, is_stopped=is_stopped)
        if not said:
            self._told(task).bar.dismiss()
            return
        # what was refused stays to be read
        self._told(task).show(said, tone, offers, ms=0 if outcome.refused else UNDO_MS)

    def _told(self, task: BulkTask) -> Notices:
        return task.notices or self._notices

    def _said(self, task: BulkTask, outcome: "Outcome[Any]", *, is_stopped: bool) -> str:
        said = [self.tr("Stopped.")] if is_stopped else []
        if outcome.done or task.changes_more or not (outcome.unchanged or outcome.refused):
            said.append(task.told(outcome.done))
        if outcome.unchanged and not task.changes_more:
            said.append(self.tr("So already: %Ln release(s).", "", outcome.unchanged))
        if outcome.refused:
            said.append(self.tr("Not possible: %Ln release(s).", "", len(outcome.refused)))
            reasons = {words(error).title for _, error in outcome.refused}
            said += [f"{reason}." for reason in reasons if len(reasons) == 1]
        return " ".join(filter(None, said))

    def _undo(self, undo: "Callable[[Outcome[Any]], BulkTask]", outcome: "Outcome[Any]") -> None:
        self.run([_id_of(one) for one in outcome.done], undo(outcome))

    def _show_refused(self, outcome: "Outcome[Any]") -> None:
        """List each release that was left as it is, with the reason."""
        from newsdesk.ui.dialogs.bulk_outcome import BulkOutcomeDialog  # noqa: PLC0415 - when needed

        refused = outcome.refused

        def show(rows: Sequence[Any]) -> None:
            titles = {row.id: row.headline or row.slug for row in rows}
            told = [(titles.get(key, str(key)), error) for key, error in refused]
            dialog = BulkOutcomeDialog(told, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        keys = [key for key, _ in refused]
        self._context.store.read(lambda desk: desk.releases.rows(keys), show)

    def _language(self) -> str:
        release = self._context.session.head
        return release.language if release is not None else self._context.newsroom().languages[0]


def _id_of(done: Any) -> ReleaseId:
    return done.release_id if isinstance(done, Refiled) else done.id


def _filing(terms: Sequence[Term], *, is_adding: bool) -> Filing:
    if is_adding:
        return Filing(add=tuple(terms))
    return Filing(remove=frozenset(term.id for term in terms))


def _made(
    desk: "Desk", scheme: Scheme, entered: Sequence[Term | str], language: str
) -> tuple[tuple[Term, ...], Changes]:
    terms: list[Term] = []
    changes = Changes()
    for one in entered:
        if isinstance(one, Term):
            terms.append(one)
        else:
            term, touched = desk.vocabularies.add(scheme, one, language)
            terms.append(term)
            changes |= touched
    return tuple(terms), changes
