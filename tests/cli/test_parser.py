import pytest

from newsdesk.cli.commands import COMMANDS
from newsdesk.cli.parser import build


def test_every_command_is_both_spelled_and_done() -> None:
    spelled = build().format_help()
    for name in COMMANDS:
        assert f"    {name} " in spelled


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build().parse_args([name, "--help"])
    assert stopped.value.code == 0
    assert "Exit codes" in capsys.readouterr().out


def test_json_and_data_dir_given_first_are_not_forgotten_by_the_command() -> None:
    words = build().parse_args(["--json", "--data-dir", "here", "list"])
    assert words.json
    assert str(words.data_dir) == "here"
