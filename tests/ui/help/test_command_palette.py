from collections.abc import Callable
from pathlib import Path

from newsdesk.ui.help.command_palette import CommandPalette
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


def test_without_a_newsroom_to_read_there_are_actions_alone(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    store = window.store
    store._reader.stop()
    palette = CommandPalette(
        window.workstation.actions, store, window.surroundings.now, (), window.window
    )
    texts = [palette._list.item(row).text() for row in range(palette._list.count())]
    assert texts[0] == "Actions"
    assert "Releases" not in texts
    palette.close()


def test_the_answer_to_an_older_question_is_not_shown(
    sample_folder: Path, open_window: Open
) -> None:
    window = open_window().begin()
    palette = CommandPalette(
        window.workstation.actions, window.store, window.surroundings.now, (), window.window
    )
    palette.set_query("no headline has this")
    palette._ask()
    window.wait(lambda: window.store.is_idle)
    window.settle()
    assert palette._releases == []
    palette.close()
