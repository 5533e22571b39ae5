"""One list in a process of its own, which is scrolled and prints how long each frame took, in ms.

`… list NEWSROOM SIZE` is that of the window, `plain` the least that could show the same.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.probing import pause, settle, spin, started, wait_for_paint

_FRAMES = 150
_WHEEL = -120  # one notch down
_REST_MS = 8  # between two events: what came of one is over before the next


def main(probe: str, newsroom: str) -> None:
    view = {"list": _of_window, "plain": _plain}[probe](Path(newsroom))
    bar = view.verticalScrollBar()
    spin(lambda: bar.maximum() > 100_000)
    view.setFocus()
    pause(1_000)
    frames = {"wheel": _times(view, _wheel(view)), "bar": _times(view, _drag(view))}
    bar.setValue(0)
    pause(300)
    frames["keys"] = _times(view, _keys(view))
    print(json.dumps(frames), flush=True)
    os._exit(0)  # nothing is measured of the end


def _of_window(newsroom: Path):
    workstation, _painted = started(newsroom)
    first = workstation.wiring.backups._first
    spin(first.isActive)
    first.stop()  # two gigabytes would be copied meanwhile
    library = workstation.window.library
    spin(lambda: library.shown_total() > 10_000 and library._reader.is_settled)
    settle()
    # what it opens as one moves by keyboard is another matter: here the list alone is looked at
    library._view.release_chosen.disconnect(library.release_chosen)
    return library._view


def _plain(newsroom: Path):
    from PySide6.QtCore import QSize, QStringListModel
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QStyledItemDelegate, QWidget

    from newsdesk.desk import open_desk
    from newsdesk.domain.query import ReleaseQuery
    from newsdesk.ui.library.release_row_delegate import lede_of

    with open_desk(newsroom) as desk:
        rows = desk.search.rows(desk.search.ids(ReleaseQuery()), ReleaseQuery())
    texts = [f"{row.headline}\n{lede_of(row).text}" for row in rows]

    class AsHigh(QStyledItemDelegate):
        """Asked once, as all rows are as high; it paints as Qt does."""

        def sizeHint(self, _option: object, _index: object) -> QSize:  # noqa: N802
            return QSize(200, 82)

    application = QApplication([])
    window = QWidget()
    window.resize(1440, 900)
    layout = QHBoxLayout(window)
    view = QListView()
    model = QStringListModel(texts, view)
    view.setFixedSize(308, 640)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setModel(model)
    view.setItemDelegate(AsHigh(view))
    layout.addWidget(view)
    window.show()
    wait_for_paint(view.viewport())
    view.kept = (application, window, model)  # as long as the view is
    return view


def _times(view, act: Callable[[int], None]) -> list[float]:
    times: list[float] = []
    for number in range(_FRAMES):
        before = view.verticalScrollBar().value()
        begun = time.perf_counter()
        act(number)
        if view.verticalScrollBar().value() != before or view.hasFocus():
            wait_for_paint(view.viewport())
        times.append((time.perf_counter() - begun) * 1e3)
        pause(_REST_MS)
    return times


def _wheel(view) -> Callable[[int], None]:
    from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    viewport = view.viewport()
    place = QPointF(viewport.rect().center())

    def turn(_number: int) -> None:
        event = QWheelEvent(
            place,
            viewport.mapToGlobal(place),
            QPoint(),
            QPoint(0, _WHEEL),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's order: not inverted
        )
        QCoreApplication.sendEvent(viewport, event)

    return turn


def _drag(view) -> Callable[[int], None]:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QStyle, QStyleOptionSlider

    bar = view.verticalScrollBar()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
    slider = bar.style().subControlRect(control, option, part, bar)
    start = slider.center()
    room = bar.height() - slider.height() - 2 * slider.top()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)

    def drag(number: int) -> None:
        way = (number + 1) * room // (_FRAMES + 1)
        QTest.mouseMove(bar, start + QPoint(0, way))

    return drag


def _keys(view) -> Callable[[int], None]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    return lambda number: QTest.keyClick(
        view, Qt.Key.Key_PageDown if number % 3 == 2 else Qt.Key.Key_Down
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
