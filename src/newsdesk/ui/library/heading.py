"""What stands above the releases of a group."""

from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale

from newsdesk.domain.grouping import Group, GroupBy
from newsdesk.domain.workflow import State
from newsdesk.ui.i18n import translate
from newsdesk.ui.library.status import state_name


@dataclass(frozen=True, slots=True)
class Heading:
    """In the language of the window."""

    title: str
    count: int  # of releases

    @property
    def number(self) -> str:
        return QLocale().toString(self.count)


def heading_of(group: Group, by: GroupBy) -> Heading:
    if by is GroupBy.MONTH:
        title = _month(group.key) if group.key else translate("Library", "No date")
    elif by is GroupBy.COUNTRY:
        title = group.name or group.key or translate("Library", "No country")
    else:
        title = state_name(State(group.key))
    return Heading(title, group.count)


def _month(key: str) -> str:
    year, month = map(int, key.split("-"))
    locale = QLocale()
    # a translation may put the year first
    title = translate("Library", "{month} {year}").format(
        month=locale.standaloneMonthName(month),
        year=locale.toString(QDate(year, month, 1), "yyyy"),
    )
    return title[:1].upper() + title[1:]
