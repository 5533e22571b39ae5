"""Commands on the spelling of the open release."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.spelling.spell_checker import SpellingState
from newsdesk.ui.spelling.spelling_desk import SpellingDesk
from newsdesk.ui.widgets.notice_bar import Offer, Tone

_LONGEST_MS = 6_000


class SpellingCommands(QObject):
    """Goes to unknown words, and switches the check on and off."""

    def __init__(
        self, context: CommandContext, desk: SpellingDesk, show_editor: Callable[[], None]
    ) -> None:
        """`show_editor` has the text seen."""
        super().__init__(desk)
        self._keeper, self._notices = context.keeper, context.notices
        self._desk = desk
        self._show_editor = show_editor
        desk.nothing_found.connect(self._tell_nothing_found)

    def go_to_next(self) -> None:
        """Go to the next unknown word, or say why there is none."""
        self._show_editor()
        state = self._desk.checker.state
        if state is SpellingState.READY:
            self._desk.next.go_on()
        elif state is SpellingState.OFF:
            self._tell(self.tr("The spelling is not checked."), self.tr("Check it"))
        elif state is SpellingState.NO_DICTIONARY:
            self._tell(
                self.tr(
                    "There is no dictionary for this language. One can be added in the settings, "
                    "on the page of the spelling."
                )
            )
        elif state is SpellingState.FAILED:
            self._tell(
                self.tr(
                    "The dictionary of this language cannot be used. Your text is not affected. "
                    "Another one can be added in the settings, on the page of the spelling."
                )
            )

    def toggle(self) -> None:
        """Check the spelling, or no longer."""
        self._keeper.change(is_spelling_checked=not self._keeper.preferences.is_spelling_checked)

    @Slot()
    def _tell_nothing_found(self) -> None:
        self._tell(self.tr("No unknown words in this release."))

    def _tell(self, told: str, offer: str = "") -> None:
        offers = [Offer(offer, self.toggle)] if offer else []
        self._notices.show(told, Tone.INFO, offers, ms=_LONGEST_MS)
