"""Saying things to the user in the one line that is never in the way."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.notice_bar import NoticeBar, Offer, Tone
from newsdesk.ui.widgets.progress_line import ProgressLine


class Notices(QObject):
    """The window's notice bar, by what is said."""

    def __init__(self, bar: NoticeBar) -> None:
        super().__init__(bar)
        self.bar = bar

    def show(
        self, text: str, tone: Tone = Tone.INFO, offers: Sequence[Offer] = (), *, ms: int = 0
    ) -> None:
        self.bar.show_notice(text, tone, offers, ms=ms)

    def begin_progress(self, text: str) -> ProgressLine:
        """Say above all notices that something long is being done, until it says `end`."""
        line = ProgressLine(text)
        layout = cast(QBoxLayout, cast(QWidget, self.bar.parentWidget()).layout())
        layout.insertWidget(layout.indexOf(self.bar), line)
        line.show()
        return line

    @Slot(object)
    def show_error(self, error: NewsdeskError) -> None:
        """Say what happened, what is safe and what to do."""
        message = words(error)
        self.bar.show_notice(f"{message.title}. {message.text}", message.tone)
