"""The last run died inside a library: its trace is offered, and stays on this machine."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from newsdesk.ui.notices import Notices
from newsdesk.ui.widgets.notice_bar import Offer, Tone


class LastCrash(QObject):
    """Says so once, at the start after it; whoever wants to see the report is shown it."""

    def __init__(self, report: str, notices: Notices, show_report: Callable[[str], None]) -> None:
        """`report` is the trace, "" for a run that ended as it should."""
        super().__init__(notices)
        self._report = report
        self._notices = notices
        self._show_report = show_report

    def tell(self) -> None:
        if self._report:
            self._notices.show(
                self.tr(
                    "newsdesk came to a sudden end the last time. What was saved is here; what was "
                    "typed after that is asked about."
                ),
                Tone.WARNING,
                [Offer(self.tr("Show the report"), partial(self._show_report, self._report))],
            )
