"""The workflows call dev.py and nothing else, with what it understands."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
from shipping import product

FOLDER = Path(dev.__file__).parent / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
CALLS = ("python dev.py ", "sudo python3 dev.py ")


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in jobs(workflow).values():
        yield from job["steps"]


def commands(workflow: Path) -> list[str]:
    return [line for step in steps(workflow) if "run" in step for line in step["run"].splitlines()]


def every_command() -> list[str]:
    return [line for workflow in WORKFLOWS for line in commands(workflow)]


def test_there_are_two() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "release.yml"]
    assert len(every_command()) > 8


@pytest.mark.parametrize("line", sorted(set(every_command())))
def test_every_command_is_one_of_dev_py(line: str) -> None:
    assert line.startswith(CALLS)
    name, *arguments = shlex.split(line.partition("dev.py ")[2])
    known = {command.__name__: command for command in dev.COMMANDS}
    assert name in known
    options = [one for one in arguments if one.startswith("--")]
    source = Path(dev.__file__).read_text("utf-8")
    if name in {"verify", "release"}:
        part = arguments[0] if name == "verify" else "release"
        place = {"verify": f"trials/{part}.py", "release": "release.py"}[name]
        source = (product.PACKAGING / place).read_text("utf-8")
    assert [option for option in options if f'"{option}"' not in source] == []


def test_what_is_verified_can_be() -> None:
    parts = re.findall(
        r'^    "(\w+)": \w+\.main', (product.PACKAGING / "verify.py").read_text(), re.M
    )
    asked = {
        words[words.index("verify") + 1]
        for words in map(shlex.split, every_command())
        if "verify" in words
    }
    assert {"installed", "twice", "sums", "wheels"} <= asked <= set(parts)
    assert all((product.PACKAGING / "trials" / f"{part}.py").is_file() for part in parts)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_of_a_certain_version(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@v\d+", one)] == []


def test_the_oldest_and_the_newest_python_are_tested_on_three_systems() -> None:
    matrix = jobs(FOLDER / "ci.yml")["test"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"windows", "macos", "ubuntu"}
    assert matrix["python"][0] == ".".join(map(str, dev.OLDEST_PYTHON))


def test_every_system_that_is_shipped_to_is_built_for() -> None:
    built = jobs(FOLDER / "release.yml")["build"]["strategy"]["matrix"]["include"]
    assert {one["name"] for one in built} == {
        "windows-x64",
        "macos-arm64",
        "macos-intel",
        "linux-x86_64",
    }


def test_the_secrets_that_are_handed_on_are_those_that_are_read() -> None:
    handed_on = set(jobs(FOLDER / "release.yml")["build"]["env"])
    sources = [product.PACKAGING / "shipping" / name for name in ("dmg.py", "nsis.py")]
    read = {
        name
        for source in sources
        for name in re.findall(r'"(NEWSDESK_[A-Z_]+)"', source.read_text("utf-8"))
    }
    assert handed_on == read
