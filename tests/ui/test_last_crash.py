"""The start after a crash that no Python code could see."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.last_crash import LastCrash
from newsdesk.ui.notices import Notices
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.notice_bar import NoticeBar

REPORT = "Fatal Python error: Segmentation fault\n  File library.py, line 3 in draw"


@pytest.fixture
def notices(icons: Icons, qtbot: QtBot) -> Notices:
    bar = NoticeBar(icons)
    qtbot.addWidget(bar)
    return Notices(bar)


def test_it_is_said_and_the_report_is_shown_to_who_wants_it(notices: Notices) -> None:
    shown: list[str] = []
    LastCrash(REPORT, notices, shown.append).tell()
    assert notices.bar.text().startswith("newsdesk came to a sudden end the last time.")
    assert shown == []
    (offer,) = (
        one for one in notices.bar.findChildren(QPushButton) if one.text() == "Show the report"
    )
    offer.click()
    assert shown == [REPORT]


def test_nothing_is_said_of_a_run_that_ended_well(notices: Notices) -> None:
    LastCrash("", notices, lambda _report: None).tell()
    assert notices.bar.text() == ""
