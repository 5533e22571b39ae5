import inspect
from collections.abc import Callable
from typing import Any

import pytest

from newsdesk.services.preferences import View
from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.layout_commands import LayoutCommands
from newsdesk.ui.release_commands import ReleaseCommands
from newsdesk.ui.window_commands import WindowCommands

NAMES = sorted(name for name in vars(Commands) if not name.startswith("_"))
SHORTER = {"new_release": "new", "paste_as_release": "paste"}
ARGUMENTS: dict[str, Any] = {"choose_view": View.WRITE, "format_text": TextFormat.BOLD}


class Recorder:
    """Notes which of the methods of a real class are called."""

    def __init__(self, kind: type, calls: list[tuple[str, tuple[object, ...]]]) -> None:
        self._kind = kind
        self._calls = calls

    def __getattr__(self, name: str) -> Callable[..., None]:
        method = inspect.signature(getattr(self._kind, name))

        def call(*arguments: object) -> None:
            method.bind(self, *arguments)
            self._calls.append((name, arguments))

        return call


@pytest.mark.parametrize("name", NAMES)
def test_each_command_goes_to_the_one_who_does_it(name: str) -> None:
    calls: list[tuple[str, tuple[object, ...]]] = []
    commands: Any = WindowCommands()
    commands.fill(
        *(Recorder(kind, calls) for kind in (ReleaseCommands, ExchangeCommands, LayoutCommands))
    )
    arguments = (ARGUMENTS[name],) if name in ARGUMENTS else ()
    getattr(commands, name)(*arguments)
    assert calls == [(SHORTER.get(name, name), arguments)]


def test_there_is_no_command_that_no_action_asks_for() -> None:
    own = {name for name in vars(WindowCommands) if not name.startswith("_")}
    assert own - {"fill"} == set(NAMES)
