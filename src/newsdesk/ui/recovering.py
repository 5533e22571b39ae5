"""After a sudden end: asking about each text that was typed and not saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from newsdesk.domain.errors import NewsdeskError, StaleReleaseError
from newsdesk.domain.release import Release
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.widgets.notice_bar import Offer, Tone

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.rendering.release_comparison import ReleaseComparison
    from newsdesk.services.desk import Desk
    from newsdesk.services.recovery import Choice, LeftText


@dataclass(frozen=True, slots=True)
class _Question:
    text: "LeftText"
    comparison: "ReleaseComparison"
    further: int


class Recovering(QObject):
    """Asks one question after the other, and does what is chosen."""

    def __init__(self, context: CommandContext) -> None:
        super().__init__(context.window)
        self._context = context
        self._put_off: set[tuple[str, str]] = set()  # until the next start
        self._is_asking = False

    @Slot()
    def look(self) -> None:
        """See what is left, once the newsroom can be written in; ask about it if there is any."""
        context = self._context
        if self._is_asking or not context.store.is_writable:
            return
        self._is_asking = True

        def found(texts: "Sequence[LeftText]") -> None:
            if texts:  # what was typed into the first picture comes first
                context.autosave.flush(lambda _is_saved: self._read_next())
            else:
                self._is_asking = False

        context.store.read(self._left, found, self._give_up)

    def _left(self, desk: "Desk") -> "list[LeftText]":
        return [text for text in desk.recovery.found() if _key(text) not in self._put_off]

    def _read_next(self) -> None:
        def read(desk: "Desk") -> _Question | None:
            texts = self._left(desk)
            if not texts:
                return None
            mine = texts[0].mine
            stored = texts[0].stored or replace(mine, headline="", body_md="")
            comparison = desk.history.compare_texts(stored, mine)
            return _Question(texts[0], comparison, len(texts) - 1)

        self._context.store.read(read, self._ask, self._give_up)

    def _ask(self, question: _Question | None) -> None:
        from newsdesk.ui.dialogs.recovery_dialog import RecoveryDialog  # noqa: PLC0415 - rarely

        if question is None:
            self._is_asking = False
            return
        context, text = self._context, question.text
        dialog = RecoveryDialog(
            text,
            question.comparison,
            question.further,
            context.themes,
            context.now(),
            context.window,
        )
        dialog.choice_made.connect(partial(self._keep, text))
        dialog.put_off.connect(partial(self._on_put_off, text))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_put_off(self, text: "LeftText") -> None:
        self._put_off.add(_key(text))
        self._read_next()

    def _keep(self, text: "LeftText", choice: "Choice") -> None:
        def keep(desk: "Desk") -> "tuple[Release | None, Changes]":
            return desk.recovery.keep(text, choice)

        self._context.store.change(
            keep, partial(self._on_kept, text, choice), partial(self._on_not_kept, text)
        )

    def _on_kept(self, text: "LeftText", choice: "Choice", release: Release | None) -> None:
        if choice == "mine" and release is not None:
            self._show(release)
        elif choice == "both" and release is not None:
            self._context.notices.show(
                self.tr("“{0}” is kept as a release of its own.").format(
                    release.headline or release.slug
                ),
                Tone.DONE,
                [Offer(self.tr("Open it"), partial(self._context.opener.open, release.id))],
            )
        self._read_next()

    def _show(self, release: Release) -> None:
        if self._context.session.release_id == release.id:
            self._context.session.replace_stored(release)
        else:
            self._context.opener.open(release.id)

    def _on_not_kept(self, text: "LeftText", error: NewsdeskError) -> None:
        """The journal still has it: it is asked about again at the next start, or at once."""
        self._context.notices.show_error(error)
        if isinstance(error, StaleReleaseError):  # saved meanwhile: the two are others now
            self._read_next()
        else:
            self._on_put_off(text)

    def _give_up(self, error: NewsdeskError) -> None:
        self._is_asking = False
        self._context.notices.show_error(error)


def _key(text: "LeftText") -> tuple[str, str]:
    return (text.left.run, str(text.release_id))
