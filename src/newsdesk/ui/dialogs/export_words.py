"""What an export will write, and what it wrote, in sentences."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.workflow import PubStatus, pub_status
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

Row = Release | ReleaseSummary

_FORMATS: Mapping[ExportFormat, str] = {
    ExportFormat.HTML: QT_TRANSLATE_NOOP("Export", "Web page (HTML)"),
    ExportFormat.TEXT: QT_TRANSLATE_NOOP("Export", "Plain text"),
    ExportFormat.EMAIL: QT_TRANSLATE_NOOP("Export", "E-mail"),
    ExportFormat.DOCX: QT_TRANSLATE_NOOP("Export", "Word document (DOCX)"),
    ExportFormat.PDF: QT_TRANSLATE_NOOP("Export", "PDF"),
    ExportFormat.NINJS: QT_TRANSLATE_NOOP("Export", "News item (ninjs)"),
    ExportFormat.RSS: QT_TRANSLATE_NOOP("Export", "Feed (RSS)"),
    ExportFormat.MARKDOWN: QT_TRANSLATE_NOOP("Export", "Markdown"),
    ExportFormat.BUNDLE: QT_TRANSLATE_NOOP("Export", "Bundle for another newsdesk"),
    ExportFormat.SITE: QT_TRANSLATE_NOOP("Export", "Web site"),
}
_ONE: Mapping[Standing, str] = {
    Standing.DRAFT: QT_TRANSLATE_NOOP("Export", "It is not published, and its page says so."),
    Standing.HOLD: QT_TRANSLATE_NOOP("Export", "It is on hold, and its page says so."),
    Standing.EMBARGOED: QT_TRANSLATE_NOOP("Export", "It is under embargo, and its page says so."),
    Standing.WITHDRAWN: QT_TRANSLATE_NOOP("Export", "It is withdrawn: its page says only that."),
}
_ONE_OF_THEM: Mapping[Standing, str] = {
    Standing.DRAFT: QT_TRANSLATE_NOOP("Export", "One of them is not published and says so."),
    Standing.HOLD: QT_TRANSLATE_NOOP("Export", "One of them is on hold and says so."),
    Standing.EMBARGOED: QT_TRANSLATE_NOOP("Export", "One of them is under embargo and says so."),
    Standing.WITHDRAWN: QT_TRANSLATE_NOOP("Export", "One of them is withdrawn: it says only that."),
}
_ALL: Mapping[Standing, str] = {
    Standing.DRAFT: QT_TRANSLATE_NOOP("Export", "None of them is published, and all say so."),
    Standing.HOLD: QT_TRANSLATE_NOOP("Export", "All of them are on hold and say so."),
    Standing.EMBARGOED: QT_TRANSLATE_NOOP("Export", "All of them are under embargo and say so."),
    Standing.WITHDRAWN: QT_TRANSLATE_NOOP("Export", "All of them are withdrawn and say only that."),
}


def format_name(format_: ExportFormat) -> str:
    return translate("Export", _FORMATS[format_])


def standing_of(row: Row, now: datetime) -> Standing:
    """Return what `Release.standing` says, as far as a row of the list tells it."""
    if isinstance(row, Release):
        return row.standing(now)
    status = pub_status(row.state)
    if status is PubStatus.CANCELED:
        return Standing.WITHDRAWN
    if row.embargo_until is not None and now < row.embargo_until:
        return Standing.EMBARGOED
    return Standing.CLEAR if status is PubStatus.USABLE else Standing.DRAFT


class ExportWords(QObject):
    """Sentences that count. A QObject, as only in its `tr` are plurals found to be translated."""

    def what(self, rows: Sequence[Row]) -> str:
        """Return what is exported: a headline, or how many releases."""
        if len(rows) == 1:
            return rows[0].headline or rows[0].slug
        return self.tr("%Ln releases", "", len(rows))

    def copies_say(self, rows: Sequence[Row], now: datetime) -> list[tuple[Standing, str]]:
        """Return what the copies will say of themselves; those for everybody say nothing."""
        standings = [standing_of(row, now) for row in rows]
        return [
            (standing, self._told(standing, count, len(rows)))
            for standing in _ONE
            if (count := standings.count(standing))
        ]

    def written(self, count: int) -> str:
        """Return how many files are written."""
        if count == 0:
            return self.tr("No file is written.")
        if count == 1:
            return self.tr("One file is written.")
        return self.tr("%Ln files are written.", "", count)

    def refused(self, count: int) -> str:
        """Return how many releases could not be exported, at least one."""
        if count == 1:
            return self.tr("One release was not exported:")
        return self.tr("%Ln releases were not exported:", "", count)

    def further(self, count: int) -> str:
        """Return that there are more than were listed, at least one."""
        return self.tr("and one more") if count == 1 else self.tr("and %Ln more", "", count)

    def _told(self, standing: Standing, count: int, total: int) -> str:
        if count == total:
            return translate("Export", (_ONE if total == 1 else _ALL)[standing])
        if count == 1:
            return translate("Export", _ONE_OF_THEM[standing])
        return self._several(standing, count)

    def _several(self, standing: Standing, count: int) -> str:
        match standing:
            case Standing.DRAFT:
                return self.tr("%Ln of them are not published and say so.", "", count)
            case Standing.HOLD:
                return self.tr("%Ln of them are on hold and say so.", "", count)
            case Standing.EMBARGOED:
                return self.tr("%Ln of them are under embargo and say so.", "", count)
            case Standing.WITHDRAWN:
                return self.tr("%Ln of them are withdrawn: they say only that.", "", count)
            case Standing.CLEAR:
                return ""
