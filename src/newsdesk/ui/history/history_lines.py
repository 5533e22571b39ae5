"""The history of a release in lines, newest first, day by day."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from newsdesk.domain.revision import Reason, Revision
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate

_REASONS: Mapping[Reason, str] = {
    Reason.AUTOSAVE: QT_TRANSLATE_NOOP("History", "Autosaved"),
    Reason.SAVE: QT_TRANSLATE_NOOP("History", "Saved"),
    Reason.SUBMIT: QT_TRANSLATE_NOOP("History", "Submitted for review"),
    Reason.APPROVE: QT_TRANSLATE_NOOP("History", "Approved"),
    Reason.PUBLISH: QT_TRANSLATE_NOOP("History", "Published"),
    Reason.CORRECT: QT_TRANSLATE_NOOP("History", "Corrected"),
    Reason.UPDATE: QT_TRANSLATE_NOOP("History", "Updated"),
    Reason.KILL: QT_TRANSLATE_NOOP("History", "Killed"),
    Reason.RECALL: QT_TRANSLATE_NOOP("History", "Recalled"),
    Reason.STEP: QT_TRANSLATE_NOOP("History", "Taken a step on"),
    Reason.EXPORT: QT_TRANSLATE_NOOP("History", "Exported"),
    Reason.IMPORT: QT_TRANSLATE_NOOP("History", "Brought in"),
    Reason.RESTORE: QT_TRANSLATE_NOOP("History", "Restored"),
    Reason.ADAPT: QT_TRANSLATE_NOOP("History", "Made fit for this desk"),
    Reason.FILE: QT_TRANSLATE_NOOP("History", "Filed"),
}


class LineKind(Enum):
    DAY = auto()
    NOW = auto()  # the text as it stands in the editor
    REVISION = auto()
    AUTOSAVES = auto()  # several, one after the other, folded into one line


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line as it is shown."""

    kind: LineKind
    title: str
    detail: str = ""  # author and length
    time: str = ""
    number: int | None = None  # of the revision; of several the newest
    is_passing: bool = False  # thinned out in time

    @property
    def is_version(self) -> bool:
        """Whether it stands for one state of the text, which can be compared."""
        return self.kind in (LineKind.NOW, LineKind.REVISION)

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, (self.title, self.time, self.detail)))


def history_lines(
    revisions: Sequence[Revision], now: datetime, unfolded: Collection[int]
) -> Iterator[HistoryLine]:
    """Yield the lines of a history.

    Args:
        revisions: oldest first, as they are stored.
        unfolded: numbers of autosaves; those saved one after the other with them have a line each.
    """
    yield HistoryLine(
        kind=LineKind.NOW,
        title=_tr(QT_TRANSLATE_NOOP("History", "Now")),
        detail=_tr(QT_TRANSLATE_NOOP("History", "As it stands in the editor")),
    )
    newest_first = sorted(revisions, key=lambda one: -one.number)
    for day, of_day in groupby(newest_first, lambda one: one.created.astimezone().date()):
        yield HistoryLine(kind=LineKind.DAY, title=_day(day, now))
        for is_permanent, some in groupby(of_day, lambda one: one.is_permanent):
            group = list(some)
            is_folded = not unfolded or not any(one.number in unfolded for one in group)
            if is_permanent or len(group) == 1 or not is_folded:
                yield from map(_line, group)
            else:
                yield _folded(group)


def version_words(revision: Revision, now: datetime) -> str:
    """Return what a revision is called where it stands alone: "Saved, Today 14:05, dana"."""
    local = revision.created.astimezone()
    at = f"{_day(local.date(), now)} {_time(local)}"
    return ", ".join((reason_words(revision.reason), at, revision.author))


def reason_words(reason: Reason) -> str:
    return _tr(_REASONS[reason])


def now_words() -> str:
    return _tr(QT_TRANSLATE_NOOP("History", "Now"))


def mine_words() -> str:
    return _tr(QT_TRANSLATE_NOOP("History", "Mine"))


def theirs_words() -> str:
    return _tr(QT_TRANSLATE_NOOP("History", "Theirs"))


def _line(revision: Revision) -> HistoryLine:
    counted = QCoreApplication.translate("History", "%n word(s)", "", revision.word_count)
    return HistoryLine(
        kind=LineKind.REVISION,
        title=reason_words(revision.reason),
        detail=f"{revision.author} · {counted}",
        time=_time(revision.created.astimezone()),
        number=revision.number,
        is_passing=not revision.is_permanent,
    )


def _folded(group: Sequence[Revision]) -> HistoryLine:
    newest, oldest = group[0], group[-1]
    authors = dict.fromkeys(one.author for one in group)
    times = dict.fromkeys(_time(one.created.astimezone()) for one in (oldest, newest))
    return HistoryLine(
        kind=LineKind.AUTOSAVES,
        title=QCoreApplication.translate("History", "%n autosave(s)", "", len(group)),
        detail=", ".join(authors),
        time=" – ".join(times),
        number=newest.number,
    )


def _day(day: date, now: datetime) -> str:
    today = now.astimezone().date()
    if day == today:
        return _tr(QT_TRANSLATE_NOOP("History", "Today"))
    if day == today - timedelta(days=1):
        return _tr(QT_TRANSLATE_NOOP("History", "Yesterday"))
    this_year, other = (
        _tr(QT_TRANSLATE_NOOP("History", "d MMMM")),
        _tr(QT_TRANSLATE_NOOP("History", "d MMMM yyyy")),
    )
    form = this_year if day.year == today.year else other
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _time(local: datetime) -> str:
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def _tr(text: str) -> str:
    return translate("History", text)
