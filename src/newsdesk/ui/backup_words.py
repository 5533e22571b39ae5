"""How backups are told of in the window."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QTime

from newsdesk.domain.backup import Backup, BackupReason, NewsroomContents
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.library.list_date import list_date

_REASONS: Mapping[BackupReason, str] = {
    BackupReason.OPEN: QT_TRANSLATE_NOOP("Backups", "At a start"),
    BackupReason.CHANGE: QT_TRANSLATE_NOOP("Backups", "While working"),
    BackupReason.SCHEMA: QT_TRANSLATE_NOOP("Backups", "Before an update of newsdesk"),
    BackupReason.IMPORT: QT_TRANSLATE_NOOP("Backups", "Before an import"),
    BackupReason.REMOVAL: QT_TRANSLATE_NOOP("Backups", "Before much was removed"),
    BackupReason.RESTORE: QT_TRANSLATE_NOOP("Backups", "Before going back"),
    BackupReason.ASKED: QT_TRANSLATE_NOOP("Backups", "By hand"),
}


def when(at: datetime, now: datetime) -> str:
    """Return day and time of a backup: "Today 14:05", "Yesterday 18:00", "2 May 09:30"."""
    local = at.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
    if local.date() == now.astimezone().date():
        return translate("Backups", "Today {0}").format(time)
    return f"{list_date(at, now)} {time}"


def why(backup: Backup) -> str:
    return translate("Backups", _REASONS[backup.reason])


def size(backup: Backup) -> str:
    return size_of(backup.size)


def size_of(content: int) -> str:
    """Return a size in bytes as people say it: "1.3 GB"."""
    return QLocale().formattedDataSize(content, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def is_old(backup: Backup, now: datetime) -> bool:
    """Tell whether a day has passed since: somebody should wonder why."""
    return now - backup.made > timedelta(days=1)


def counts(contents: NewsroomContents) -> str:
    """Return how much there is, in one line."""
    parts = [translate("Backups", "%Ln release(s)", n=contents.releases)]
    if contents.trashed:
        parts.append(translate("Backups", "%Ln in the trash", n=contents.trashed))
    parts.append(translate("Backups", "%Ln contact(s)", n=contents.contacts))
    if contents.pictures:
        parts.append(translate("Backups", "%Ln picture(s)", n=contents.pictures))
    return " · ".join(parts)
