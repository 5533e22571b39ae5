"""A field whose choices are looked up, each time anew, for what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.completing_field import Choice, CompletingField

PAUSE_MS = 80

LookUp: TypeAlias = Callable[[str, Callable[[Sequence[Choice]], None]], None]
"""Is called with what was typed and with whom to answer, at once or later."""


class LookupField(CompletingField):
    """Asks for choices a moment after the last key; Enter takes the first, also one yet to come.

    Signals:
        unknown_entered(str): Enter, and there is no choice for this text; it stays.
    """

    unknown_entered = Signal(str)

    def __init__(self, look_up: LookUp, parent: QWidget | None = None) -> None:
        super().__init__(marks_first=True, parent=parent)
        self._look_up = look_up
        self._lifetime = Lifetime(self)  # the answer may come when the form is closed
        self._asked = 0  # only the answer to the last question counts
        self._pause = single_shot(self, self._ask_to_offer, PAUSE_MS)
        self.textEdited.connect(self._on_edited)
        self.text_entered.connect(self._on_entered)
        self.choice_made.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Wait for no answer any more, and offer nothing."""
        self._pause.stop()
        self._asked += 1
        self.set_choices(())

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._asked += 1
        if text.strip():
            self._pause.start()
        else:
            self.forget()

    @Slot()
    def _ask_to_offer(self) -> None:
        self.ask(self._offer_answer)

    @Slot(str)
    def _on_entered(self, _text: str) -> None:
        self.ask(self._take_answer)

    def ask(self, answer: Callable[[str, Sequence[Choice]], None]) -> None:
        """Look up what stands in the field; tell `answer`, unless something else is asked first."""
        self._pause.stop()
        self._asked += 1
        number, text = self._asked, self.text().strip()

        def answered(choices: Sequence[Choice]) -> None:
            if number == self._asked:
                answer(text, choices)

        self._look_up(text, self._lifetime.guard(answered))

    def _offer_answer(self, text: str, choices: Sequence[Choice]) -> None:
        # found by whatever name it was looked up by, in any language
        self.set_choices([replace(one, words=f"{one.words} {text}") for one in choices])
        if self.hasFocus():
            self.offer_choices()

    def _take_answer(self, text: str, choices: Sequence[Choice]) -> None:
        self.forget()
        if choices:
            self.clear()
            self.choice_made.emit(choices[0].value)
        else:
            self.unknown_entered.emit(text)
