"""A person's hands at a window: keyboard, mouse, and the patience to wait until something is so.

Keys and clicks go in where the system hands them to Qt, so that focus, shortcuts, mnemonics and
what lies on top of what decide where they arrive, as they do for a person.
"""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from shiboken6 import isValid

from newsdesk.ui.dialogs.crash_dialog import CrashDialog

LONGEST_S = 20
_LOOK_AGAIN_MS = 5
_MOST_TABS = 150

W = TypeVar("W", bound=QWidget)


def wait_until(holds: Callable[[], bool], what: str, longest_s: float = LONGEST_S) -> None:
    """Let the window work until `holds` says yes; `what` is what was waited for."""
    until = monotonic() + longest_s
    while not holds():
        if monotonic() > until:
            raise AssertionError(f"waited {longest_s} s, and not yet: {what}{_crash()}")
        give_keyboard_to_top()
        let_it_work(_LOOK_AGAIN_MS)


def let_it_work(ms: int) -> None:
    """Let the window and its threads work for a while. `QTest.qWait` would keep the threads out."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _crash() -> str:
    """Return what the window says of a mistake of its own; empty if it says nothing."""
    said = (dialog.details() for dialog in visible(CrashDialog))
    return "".join(f"\n{details}" for details in said)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls it; by its label, where it takes that for the name."""
    if widget.accessibleName():
        return widget.accessibleName()
    accessible = QAccessible.queryAccessibleInterface(widget)
    labels = accessible.relations(QAccessible.RelationFlag.Label)
    named = labels[0][0] if labels else accessible
    return plain(named.text(QAccessible.Text.Name))


def is_shown(widget: QWidget) -> bool:
    """Tell whether it is there and seen: a dialog may be gone for good."""
    return isValid(widget) and widget.isVisible()


def visible(kind: type[W], name: str = "", within: QWidget | None = None) -> list[W]:
    """Return the widgets of a kind that are shown and called so, in words or in the source."""
    widgets = within.findChildren(kind) if within else QApplication.allWidgets()
    return [
        widget
        for widget in widgets
        if isinstance(widget, kind)
        and widget.isVisible()
        and (not name or name in (widget.objectName(), name_of(widget)))
    ]


def find(kind: type[W], name: str, within: QWidget | None = None) -> W:
    """Return the one widget that is called so, as soon as it is shown."""
    wait_until(lambda: bool(visible(kind, name, within)), f"“{name}” to be shown")
    found = visible(kind, name, within)
    assert len(found) == 1, f"{len(found)} are called “{name}”"
    return found[0]


# The window manager ---------------------------------------------------------------------------


def top_window() -> QWidget | None:
    """Return the window that a person works in: the dialog that is open, else the main one."""
    windows = (
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() is Qt.WindowType.Window
    )
    return QApplication.activeModalWidget() or next(windows, None)


def give_keyboard_to_top() -> None:
    """Do what a window manager would; the virtual screen has none."""
    top = top_window()
    if top is not None and QApplication.activePopupWidget() is None and not top.isActiveWindow():
        top.activateWindow()


# The keyboard ---------------------------------------------------------------------------------


def press(keys: str, times: int = 1) -> None:
    """Press a key, or several at once: "Ctrl+Shift+N"."""
    combination = QKeySequence(keys)[0]
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if key is Qt.Key.Key_Tab and modifiers & Qt.KeyboardModifier.ShiftModifier:
        key = Qt.Key.Key_Backtab  # what keyboards send
    for _ in range(times):
        QTest.keyClick(_window_with_keyboard(), key, modifiers)
        QApplication.processEvents()


def type_text(text: str) -> None:
    """Type a text key by key; "\\n" is Enter, "\\t" is Tab."""
    for letter in text:
        if letter in "\n\t":
            press("Return" if letter == "\n" else "Tab")
            continue
        is_latin = letter.isascii()
        key = Qt.Key(ord(letter.upper())) if is_latin else Qt.Key.Key_unknown
        is_shifted = is_latin and letter.isupper()
        modifier = Qt.KeyboardModifier.ShiftModifier if is_shifted else Qt.KeyboardModifier(0)
        QTest.sendKeyEvent(QTest.KeyAction.Click, _window_with_keyboard(), key, letter, modifier)
        QApplication.processEvents()


def tab_to(name: str, *, begins: bool = False, back: bool = False) -> QWidget:
    """Press Tab until the focus is on what is called `name`, or so at the beginning."""
    way: list[str] = []
    while len(way) < _MOST_TABS:
        focus = QApplication.focusWidget()
        if focus is not None:
            called = name_of(focus)
            if name in (focus.objectName(), called) or (begins and called.startswith(name)):
                return focus
            way.append(called or f"({focus.objectName() or type(focus).__name__})")
        press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"Tab does not lead to “{name}”, but to {way}")


def choose_in_menu(words: Sequence[str], open_menu: Callable[[], None]) -> None:
    """Open a menu and walk to an entry by arrow keys, submenu by submenu, then press Enter.

    The arrow keys come from a timer: a menu may keep the program to itself while it is open.
    """
    walk = _walk(words)
    refusals: list[AssertionError] = []

    def step() -> None:
        try:
            is_there = next(walk, None) is None
        except AssertionError as refusal:
            refusals.append(refusal)
            is_there = True
            QApplication.activePopupWidget().close()
        if is_there:
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(_LOOK_AGAIN_MS)
    open_menu()
    wait_until(lambda: not timer.isActive(), f"the menu entry {words}")
    for refusal in refusals:
        raise refusal


def _walk(words: Sequence[str]) -> Iterator[bool]:
    """Press one arrow key, or Enter, each time it is asked to go on."""
    for depth, word in enumerate(words):
        while not isinstance(menu := QApplication.activePopupWidget(), QMenu):
            yield True
        names = [plain(action.text()) for action in menu.actions()]
        assert word in names, f"“{word}” is not in the menu: {names}"
        action = menu.actions()[names.index(word)]
        assert action.isEnabled(), f"“{word}” is greyed out"
        while menu.activeAction() is not action:
            press("Down")
            yield True
        press("Right" if depth < len(words) - 1 else "Return")
        yield True


def plain(text: str) -> str:
    """Return the words of an action or a button without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def _window_with_keyboard() -> QWindow:
    popup = QApplication.activePopupWidget()
    if popup is None:
        _wait_for_keyboard()
    window = popup.windowHandle() if popup else QApplication.focusWindow()
    assert window is not None
    return window


def _wait_for_keyboard() -> None:
    top = top_window()
    assert top is not None, "no window is open"
    if not top.isActiveWindow() or QApplication.focusWindow() is None:
        wait_until(top.isActiveWindow, "the keyboard to be the window's")


# The mouse ------------------------------------------------------------------------------------


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click in the middle of a widget, or `at` a place in it, where it is to be seen."""
    window, spot = _spot(widget, at)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), spot)
    QApplication.processEvents()


def _spot(widget: QWidget, at: QPoint | None) -> tuple[QWindow, QPoint]:
    popup = QApplication.activePopupWidget()
    if popup is not None and popup is not widget.window():
        press("Escape")  # a click would only close the list that is open
    _wait_for_keyboard()
    name = name_of(widget)
    wait_until(lambda: widget.isVisible() and widget.isEnabled(), f"“{name}” to be free")
    _scroll_to(widget)
    top = widget.window()

    def place() -> QPoint:
        return widget.mapTo(top, at or _middle(widget))

    def is_on_top() -> bool:
        hit = top.childAt(place())
        if hit is not None and (hit is widget or widget.isAncestorOf(hit)):
            return True
        _scroll_to(widget)  # what came in above it meanwhile has moved it
        return False

    wait_until(is_on_top, f"“{name}” to lie open")
    window = top.windowHandle()
    assert window is not None
    return window, place()


def _middle(widget: QWidget) -> QPoint:
    """Return the middle of what is not covered by the edge of a scrolled column."""
    seen = widget.visibleRegion().boundingRect()
    return (seen if not seen.isEmpty() else QRect(QPoint(), widget.size())).center()


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
            QApplication.processEvents()
        parent = parent.parentWidget()
