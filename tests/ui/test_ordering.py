from collections.abc import Callable
from pathlib import Path

from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.ordering import put_in_order
from tests.ui.windows import OpenWindow


def test_every_command_of_its_own_is_made(
    bare_folder: Path, open_window: Callable[..., OpenWindow]
) -> None:
    window = open_window().begin()
    commands = Commands()
    given = window.wiring._commands.bulk._context
    put_in_order(
        commands,
        given,
        window.workstation.hub,
        export_open=lambda: None,
        focus_field=lambda _: None,
        open_settings_on=lambda _: None,
    )
    assert {"bulk", "releases", "vocabularies", "templates"} <= vars(commands).keys()
