"""In which order releases are listed that were looked for."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from newsdesk.domain.grouping import GroupBy
from newsdesk.ui.library.order_button import Order, OrderButton
from newsdesk.ui.theme.icons import Icons


def test_choosing_an_order_is_told_once(icons: Icons, qtbot: QtBot) -> None:
    button = OrderButton(icons)
    qtbot.addWidget(button)
    edited = QSignalSpy(button.order_edited)
    newest, best = (
        next(a for a in button.menu().actions() if a.data() == order)
        for order in (Order.NEWEST, Order.BEST)
    )
    button.set_searching(is_searching=True)
    assert newest.isChecked()
    newest.trigger()
    assert edited.count() == 0
    best.trigger()
    assert edited.at(0) == [Order.BEST]
    assert button.chosen() is Order.BEST
    assert not newest.isChecked()
    assert not button.icon().isNull()


def test_the_best_come_first_only_while_something_is_looked_for(icons: Icons, qtbot: QtBot) -> None:
    button = OrderButton(icons)
    qtbot.addWidget(button)
    button.set_searching(is_searching=True)
    button.set_chosen(Order.BEST)
    button.set_searching(is_searching=False)
    assert (button.chosen(), button.kept()) == (Order.NEWEST, Order.BEST)
    button.set_chosen(Order.HEADLINE)
    assert button.chosen() is Order.HEADLINE


def test_the_density_is_chosen_beside_the_order(icons: Icons, qtbot: QtBot) -> None:
    button = OrderButton(icons)
    qtbot.addWidget(button)
    compact = button.menu().actions()[-1]
    with qtbot.waitSignal(button.density_edited) as edited:
        compact.trigger()
    assert edited.args == [True]
    with qtbot.assertNotEmitted(button.density_edited):
        button.set_compact(is_compact=False)
    assert not compact.isChecked()


def test_choosing_groups_is_told_once(icons: Icons, qtbot: QtBot) -> None:
    button = OrderButton(icons)
    qtbot.addWidget(button)
    edited = QSignalSpy(button.grouping_edited)
    by_month = next(a for a in button.menu().actions() if a.text() == "Group by &month")
    none = next(a for a in button.menu().actions() if a.text() == "&No groups")
    assert none.isChecked()
    for action in (none, by_month, by_month, none):
        action.trigger()
    assert [edited.at(number)[0] for number in range(edited.count())] == [GroupBy.MONTH, None]
    button.set_grouping(GroupBy.STATE)
    assert (edited.count(), button.grouping()) == (2, GroupBy.STATE)
    assert button.chosen() is Order.NEWEST  # which is a choice of its own
