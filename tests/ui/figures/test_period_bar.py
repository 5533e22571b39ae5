from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.statistics import Period
from newsdesk.ui.figures.period_bar import BETWEEN, EVER, LAST_YEAR, THIS_YEAR, PeriodBar
from newsdesk.ui.theme.icons import Icons

TODAY = date(2026, 11, 25)


@pytest.fixture
def bar(icons: Icons, qtbot: QtBot) -> PeriodBar:
    bar = PeriodBar(icons, lambda: TODAY)
    qtbot.addWidget(bar)
    bar.show()
    return bar


@pytest.mark.parametrize(
    ("which", "period"),
    [
        (EVER, Period()),
        (THIS_YEAR, Period(first=date(2026, 1, 1), last=date(2026, 12, 31))),
        (LAST_YEAR, Period(first=date(2025, 1, 1), last=date(2025, 12, 31))),
        (BETWEEN, Period()),
    ],
)
def test_usual_times_are_chosen(bar: PeriodBar, which: str, period: Period) -> None:
    bar.choose(which)
    assert bar.period() == period


def test_days_of_ones_own_are_typed(bar: PeriodBar, qtbot: QtBot) -> None:
    bar.choose(BETWEEN)
    first = next(one for one in bar.findChildren(QLineEdit) if one.accessibleName() == "From")
    assert first.isVisible()
    qtbot.keyClicks(first, "2026-02-01")
    with qtbot.waitSignal(bar.period_edited):
        first.editingFinished.emit()
    assert bar.period() == Period(first=date(2026, 2, 1))
    bar.choose(THIS_YEAR)
    assert not first.isVisible()


def test_drafts_may_be_left_out(bar: PeriodBar, qtbot: QtBot) -> None:
    assert not bar.is_only_published()
    with qtbot.waitSignal(bar.period_edited):
        bar.findChild(QCheckBox).click()
    assert bar.is_only_published()
