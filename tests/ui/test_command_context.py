from dataclasses import fields

from newsdesk.ui.command_context import CommandContext
from tests.ui.named_parts import asked_of


def test_commands_find_what_they_ask_for() -> None:
    asked = asked_of("context")
    assert "session" in asked
    assert asked - {field.name for field in fields(CommandContext)} == set()
