from pathlib import Path

import pytest

from newsdesk.cli.commands import COMMANDS
from newsdesk.cli.parser import build, command_names, window_call


def test_every_command_is_both_spelled_and_done() -> None:
    spelled = build().format_help()
    for name in COMMANDS:
        assert f"\n    {name}" in spelled


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


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["list", "--query=--"], "query", "--"),
        (["edit", "one", "--set=--"], "set", ["--"]),
        (["dictionaries", "--add=--"], "add", Path("--")),
        (["import", "--", "--report"], "files", [Path("--report")]),
    ],
)
def test_two_dashes_behind_an_equals_sign_are_a_value(
    words: list[str], name: str, value: object
) -> None:
    assert vars(build().parse_args(words))[name] == value


@pytest.mark.parametrize(
    ("words", "data_dir", "files"),
    [
        ([], None, []),
        (["release.md"], None, ["release.md"]),
        (["--data-dir", "house", "a.txt", "b.txt"], "house", ["a.txt", "b.txt"]),
        (["--data-dir=house"], "house", []),
        (["a.txt", "list"], None, ["a.txt", "list"]),
        (["--", "list"], None, ["list"]),
    ],
)
def test_files_and_a_folder_are_for_the_window(
    words: list[str], data_dir: str | None, files: list[str]
) -> None:
    call = window_call(words)
    assert call is not None
    assert call.data_dir == (Path(data_dir) if data_dir else None)
    assert call.files == tuple(map(Path, files))


@pytest.mark.parametrize(
    "words", [["list"], ["--data-dir", "house", "list"], ["--version"], ["--json"], ["a.txt", "-x"]]
)
def test_commands_and_options_are_not(words: list[str]) -> None:
    assert window_call(words) is None


def test_every_command_is_known_by_name() -> None:
    assert command_names() == set(COMMANDS)
