"""What is on the screen, and not only what the parts of the window believe to have drawn."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QImage, QSurface
from PySide6.QtWebEngineWidgets import QWebEngineView

from newsdesk.services.preferences import PreviewMode
from tests.drivers import WindowDriver
from tests.hands import visible, wait_until

Open = Callable[..., WindowDriver]


def seen(view: QWebEngineView) -> QImage:
    """Return what the screen shows in the place of the page."""
    at = view.mapToGlobal(QPoint(0, 0))
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, at.x(), at.y(), view.width(), view.height()).toImage()


def difference(one: QImage, other: QImage) -> float:
    """Return the share of points, of one in nine, whose colours differ."""
    assert one.size() == other.size()
    points = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    return sum(one.pixel(*at) != other.pixel(*at) for at in points) / len(points)


def test_the_page_is_on_the_screen_in_every_state_of_the_window(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    for headline in desk.listed()[:2]:
        desk.click_row(headline)
        wait_until(lambda: desk.headline == headline, "the release")  # noqa: B023
        _assert_seen()
    for command in ("view.write", "view.split", "view.preview", "view.split"):
        desk.do(command)
        if command != "view.write":
            _assert_seen()
    desk.window.preview.set_mode(PreviewMode.PHONE)
    _assert_seen()


def test_the_rest_of_the_window_is_not_drawn_as_the_page_is(opened: Open) -> None:
    desk = opened()
    desk.skip_first_start()
    _assert_seen()
    # else each key waits until all of the window was put together anew
    assert desk.window.windowHandle().surfaceType() is QSurface.SurfaceType.RasterSurface


def test_the_next_start_shows_the_page_before_the_window_and_keeps_it(opened: Open) -> None:
    first = opened()
    first.skip_first_start()
    first.click_row(first.listed()[0])
    _assert_seen()
    first.close()
    second = opened()
    build, painted = second._start.furnish, list[bool]()
    second._start.furnish = lambda: painted.append(True)  # type: ignore[method-assign]
    wait_until(lambda: bool(painted), "the page")
    assert second._start.workstation is None
    assert second.window.centralWidget() is second._start.picture
    _assert_seen()
    (before,) = visible(QWebEngineView)
    build()
    second.wait_for_newsroom()
    _assert_seen()
    assert visible(QWebEngineView) == [before]
    assert second.window.windowHandle().surfaceType() is QSurface.SurfaceType.RasterSurface


def _assert_seen() -> None:
    (view,) = visible(QWebEngineView)

    def is_seen() -> bool:
        page = view.grab().toImage()
        column = {page.pixel(page.width() // 3, y) for y in range(page.height())}
        return len(column) > 5 and difference(seen(view), page) < 0.02  # there is text on it

    wait_until(is_seen, "the page on the screen")
