"""What is done to vocabularies, and to the releases that are filed under their terms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NameTakenError, NewsdeskError
from newsdesk.domain.filing import Filing
from newsdesk.domain.ids import ReleaseId, TermId
from newsdesk.domain.vocabulary import Scheme, Term, TermEntry
from newsdesk.ui.bulk_commands import BulkCommands, BulkTask
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.scheme_words import scheme_name
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.bulk import Outcome
    from newsdesk.services.desk import Desk
    from newsdesk.services.vocabularies import Merged, TakenIn
    from newsdesk.ui.changes import ChangeHub
    from newsdesk.ui.dialogs.term_dialog import TermChange
    from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog

T = TypeVar("T")
_OPERATORS = {Scheme.TAG: "tag:", Scheme.THEME: "theme:", Scheme.COUNTRY: "country:"}
"""What the releases of a term are looked for with; the others are found by their words."""


class VocabularyCommands(QObject):
    """Opens the vocabularies and does what is asked for there."""

    def __init__(self, context: CommandContext, bulk: BulkCommands, hub: "ChangeHub") -> None:
        super().__init__(context.window)
        self._context = context
        self._bulk = bulk
        self._hub = hub

    def open(self, sought: TermEntry | None = None) -> None:
        """Show the vocabularies; that of a term, with it selected, where one is sought."""
        from newsdesk.ui.dialogs.vocabularies_dialog import (  # noqa: PLC0415 - when needed
            VocabulariesDialog,
        )

        context = self._context
        language = context.newsroom().languages[0]
        dialog = VocabulariesDialog(
            language, context.store, self._hub, context.themes, context.icons, context.window
        )
        _OpenVocabularies(context, self._bulk, dialog, language)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if sought is not None:
            dialog.show_term([sought])
        dialog.open()


class _OpenVocabularies(QObject):
    """What one open dialog asks for; it lives as long as the dialog."""

    def __init__(
        self,
        context: CommandContext,
        bulk: BulkCommands,
        dialog: "VocabulariesDialog",
        language: str,
    ) -> None:
        super().__init__(dialog)
        self._context = context
        self._bulk = bulk
        self._dialog = dialog
        self._language = language
        self._notices = dialog.notices
        self._lifetime = Lifetime(self)
        dialog.add_requested.connect(self._add)
        dialog.edit_requested.connect(self._edit)
        dialog.merge_requested.connect(self._ask_to_merge)
        dialog.removal_requested.connect(self._remove)
        dialog.retirement_requested.connect(self._retire)
        dialog.uses_requested.connect(self._show_uses)
        dialog.import_requested.connect(self._choose_file)

    # One term ---------------------------------------------------------------------------------

    def _add(self, scheme: Scheme, name: str) -> None:
        def work(desk: "Desk") -> tuple[tuple[Term, bool], Changes]:
            before = {term.id for term in desk.vocabularies.all(scheme)}
            term, changes = desk.vocabularies.add(scheme, name, self._language)
            return (term, term.id in before), changes

        def tell(answer: tuple[Term, bool]) -> None:
            term, was_there = answer
            shown = term.name(self._language)
            said = self.tr("“{0}” is there already.") if was_there else self.tr("“{0}” is added.")
            self._notices.show(said.format(shown), Tone.DONE, ms=UNDO_MS)
            self._dialog.refresh()
            self._dialog.show_term([TermEntry(term=term)])

        self._change(work, tell)

    def _edit(self, entry: TermEntry) -> None:
        from newsdesk.ui.dialogs.term_dialog import TermDialog  # noqa: PLC0415 - when needed

        languages = self._context.newsroom().languages
        dialog = TermDialog(entry, languages, self._context.themes, self._dialog)
        dialog.change_requested.connect(partial(self._store, entry))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _store(self, entry: TermEntry, change: "TermChange") -> None:
        """Store what is the vocabulary's own; a new name goes to the releases as well."""
        term, key = entry.term, entry.term.id
        names = {language: name for language, name in change.names.items() if name}

        def work(desk: "Desk") -> tuple[Term, Changes]:
            now, changes = term, Changes()
            if names != term.names:  # first: it may be refused
                now, changes = desk.vocabularies.rename(key, names)
            if change.colour is not entry.colour:
                changes |= desk.vocabularies.set_colour(key, change.colour)[1]
            if change.is_active is not term.active:
                now, touched = desk.vocabularies.retire(key, is_active=change.is_active)
                changes |= touched
            return now, changes

        def go_on(now: Term) -> None:
            if names != term.names:
                self._carry_names(term, now)

        self._change(work, go_on, partial(self._on_name_refused, entry))

    def _carry_names(self, before: Term, now: Term) -> None:
        def start(ids: Sequence[ReleaseId]) -> None:
            self._bulk.run(ids, self._naming(before, now))

        self._read(lambda desk: desk.vocabularies.uses(now.id), start)

    def _naming(self, before: Term, now: Term) -> BulkTask:
        filing = Filing(instead={now.id: now})

        def undo(outcome: "Outcome[Any]") -> BulkTask:
            first = self._bulk.taking_back(outcome)
            return self._preceded(
                first, lambda desk: desk.vocabularies.rename(before.id, before.names)
            )

        return BulkTask(
            work=lambda desk, some: desk.bulk.file(some, filing),
            told=lambda done: self.tr(
                "It is called “{0}” now, in %Ln release(s) too.", "", len(done)
            ).format(now.name(self._language)),
            undo=undo,
            changes_more=True,
            notices=self._notices,
        )

    def _on_name_refused(self, entry: TermEntry, error: NewsdeskError) -> None:
        if not isinstance(error, NameTakenError):
            self._notices.show_error(error)
            return
        message = words(error)
        into = TermId(UUID(error.taken_by))
        offer = Offer(self.tr("Merge"), lambda: self._merge([entry.term.id], into))
        self._notices.show(f"{message.title}. {message.text}", Tone.WARNING, [offer])

    # Several ----------------------------------------------------------------------------------

    def _ask_to_merge(self, entries: Sequence[TermEntry]) -> None:
        from newsdesk.ui.dialogs.merge_dialog import MergeDialog  # noqa: PLC0415 - when needed

        dialog = MergeDialog(entries, self._language, self._dialog)
        dialog.merge_requested.connect(self._merge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _merge(self, ids: Sequence[TermId], into: TermId) -> None:
        """Move the releases, then put the terms away: stopped on the way, both are there."""

        def plan(desk: "Desk") -> "tuple[Merged, list[ReleaseId]]":
            merged = desk.vocabularies.plan_merge(ids, into)
            return merged, desk.vocabularies.uses(*merged.touched)

        def start(planned: "tuple[Merged, list[ReleaseId]]") -> None:
            self._bulk.run(planned[1], self._merging(planned[0], len(planned[1])))

        self._read(plan, start)

    def _merging(self, merged: "Merged", total: int) -> BulkTask:
        ids, into = [term.id for term in merged.terms], merged.into.id

        def finish(outcome: "Outcome[Any]") -> None:
            if len(outcome.done) + outcome.unchanged == total:  # all are moved
                self._change(lambda desk: desk.vocabularies.merge(ids, into))

        def undo(outcome: "Outcome[Any]") -> BulkTask:
            back = self._bulk.taking_back(outcome)
            return self._preceded(back, lambda desk: desk.vocabularies.unmerge(merged))

        return BulkTask(
            work=lambda desk, some: desk.bulk.file(some, merged.filing),
            told=lambda done: self.tr("All is “{0}” now, in %Ln release(s).", "", len(done)).format(
                merged.into.name(self._language)
            ),
            undo=undo,
            then=finish,
            changes_more=True,
            notices=self._notices,
        )

    def _preceded(
        self, task: BulkTask, first: "Callable[[Desk], tuple[object, Changes]]"
    ) -> BulkTask:
        """Return a task that does something else before its first piece."""
        is_done: list[bool] = []

        def work(desk: "Desk", some: Sequence[ReleaseId]) -> "tuple[Outcome[Any], Changes]":
            changes = Changes()
            if not is_done:
                changes = first(desk)[1]
                is_done.append(True)
            outcome, touched = task.work(desk, some)
            return outcome, changes | touched

        return replace(task, work=work, changes_more=True, notices=self._notices)

    def _remove(self, entries: Sequence[TermEntry]) -> None:
        ids = [entry.term.id for entry in entries]
        name = entries[0].term.name(self._language)

        def work(desk: "Desk") -> tuple[None, Changes]:
            return None, _each(desk.vocabularies.remove, ids)

        def back(desk: "Desk") -> tuple[None, Changes]:
            return None, _each(desk.vocabularies.put_back, ids)

        def tell(_nothing: None) -> None:
            said = (
                self.tr("“{0}” is removed.").format(name)
                if len(ids) == 1
                else self.tr("Removed: %Ln term(s).", "", len(ids))
            )
            undo = Offer(self.tr("Undo"), lambda: self._change(back))
            self._notices.show(said, Tone.DONE, [undo], ms=UNDO_MS)

        self._change(work, tell)

    def _retire(self, entries: Sequence[TermEntry], is_active: bool) -> None:
        def retiring(is_active: bool) -> "Callable[[Desk], tuple[None, Changes]]":
            def work(desk: "Desk") -> tuple[None, Changes]:
                retire = partial(desk.vocabularies.retire, is_active=is_active)
                return None, _each(retire, [entry.term.id for entry in entries])

            return work

        def tell(_nothing: None) -> None:
            said = (
                self.tr("Offered again: %Ln term(s).", "", len(entries))
                if is_active
                else self.tr("Not offered any more: %Ln term(s).", "", len(entries))
            )
            undo = Offer(self.tr("Undo"), lambda: self._change(retiring(not is_active)))
            self._notices.show(said, Tone.DONE, [undo], ms=UNDO_MS)

        self._change(retiring(is_active), tell)

    # Elsewhere --------------------------------------------------------------------------------

    def _show_uses(self, entry: TermEntry) -> None:
        """List the releases in the library, which is behind the dialog."""
        self._dialog.accept()
        operator = _OPERATORS.get(entry.term.scheme, "")
        name = entry.term.name(self._language).replace('"', " ")
        self._context.window.library.look_for(f'{operator}"{name}"')

    def _choose_file(self, scheme: Scheme) -> None:
        dialog = QFileDialog(self._dialog, self.tr("Bring in a vocabulary"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("IPTC NewsCodes (*.json *.jsonld)")])
        dialog.fileSelected.connect(partial(self.take_in, scheme))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_in(self, _scheme: Scheme, path: str) -> None:
        """Make the terms of a file those of the vocabulary that it says it is."""

        def tell(taken: "TakenIn") -> None:
            said = self.tr("{0}: {1} new, {2} changed, {3} as before.").format(
                scheme_name(taken.scheme), taken.added, taken.changed, taken.unchanged
            )
            self._notices.show(said, Tone.DONE)

        self._change(lambda desk: desk.vocabularies.take_in_file(Path(path)), tell)

    def _change(
        self,
        work: "Callable[[Desk], tuple[T, Changes]]",
        then: Callable[[T], None] = lambda _: None,
        otherwise: Callable[[NewsdeskError], None] | None = None,
    ) -> None:
        guard = self._lifetime.guard
        refused = otherwise or self._notices.show_error
        self._context.store.change(work, guard(then), guard(refused))

    def _read(self, work: "Callable[[Desk], T]", then: Callable[[T], None]) -> None:
        guard = self._lifetime.guard
        self._context.store.read(work, guard(then), guard(self._notices.show_error))


def _each(do: Callable[[TermId], tuple[object, Changes]], ids: Sequence[TermId]) -> Changes:
    changes = Changes()
    for key in ids:
        changes |= do(key)[1]
    return changes
