from dataclasses import fields

from newsdesk.ui.command_context import CommandContext
from tests.ui.named_parts import asked_of


def test_commands_find_what_they_ask_for_and_nothing_is_handed_to_nobody() -> None:
    assert asked_of("context") == {field.name for field in fields(CommandContext)}
