import ast
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

ROOT = Path(dev.__file__).resolve().parent
LIBRARIES = {**dev.QT_LIBRARIES, **dev.WEB_ENGINE_LIBRARIES, **dev.WINDOW_LIBRARIES}
INSTALL = "apt-get install -y --no-install-recommends"
VENV_PACKAGE = f"python{dev.PYTHON}-venv"


class Debian:
    """A machine that lacks some packages, and what was run on it."""

    def __init__(self, *lacks: str, **what_else: object) -> None:
        self.lacks = set(lacks)
        self.known: frozenset[str] = frozenset()
        self.brings = True  # apt-get brings what it is asked for
        self.ran: list[str] = []
        self.machine = dev.Machine(
            **{
                "is_linux": True,
                "is_root": True,
                "has_apt": True,
                "has_ensurepip": lambda: VENV_PACKAGE not in self.lacks,
                "has_font": lambda: dev.FONT_PACKAGE not in self.lacks,
                "has_chinese_font": lambda: dev.CHINESE_PACKAGE not in self.lacks,
                "has_screen_program": lambda: "xvfb" not in self.lacks,
                "loads": lambda library: library not in {LIBRARIES.get(one) for one in self.lacks},
                "known_packages": lambda: self.known,
                "run": self.run,
                **what_else,
            }
        )

    def run(self, command: Sequence[str]) -> int:
        self.ran.append(shlex.join(command))
        if command[1] == "install" and self.brings:
            self.lacks -= {name.removesuffix("t64") for name in command}
        return 0


# What the system lacks ------------------------------------------------------------------------


def test_a_whole_machine_is_left_alone() -> None:
    debian = Debian()
    dev.provide_system_packages(debian.machine)
    assert debian.ran == []


@pytest.mark.parametrize("package", [*LIBRARIES, dev.FONT_PACKAGE, VENV_PACKAGE])
def test_every_package_is_missed_by_its_own_probe(package: str) -> None:
    assert dev.missing_packages(Debian(package).machine) == [package]


def test_root_gets_what_is_missing_in_one_go() -> None:
    debian = Debian("libegl1", "libnss3", dev.FONT_PACKAGE, VENV_PACKAGE)
    dev.provide_system_packages(debian.machine)
    assert debian.ran == [
        "apt-get update",
        f"{INSTALL} libegl1 libnss3 {dev.FONT_PACKAGE} {VENV_PACKAGE}",
    ]


def test_anyone_else_gets_one_line_to_run() -> None:
    debian = Debian("libegl1", "libgbm1", is_root=False)
    with pytest.raises(dev.RefusalError) as refusal:
        dev.provide_system_packages(debian.machine)
    assert [line.strip() for line in str(refusal.value).splitlines() if "apt-get" in line] == [
        f"sudo apt-get update && sudo {INSTALL} libegl1 libgbm1"
    ]
    assert debian.ran == []


def test_a_machine_without_apt_is_told_what_it_lacks() -> None:
    with pytest.raises(dev.RefusalError, match="libegl1"):
        dev.provide_system_packages(Debian("libegl1", has_apt=False).machine)


def test_what_apt_could_not_bring_is_said() -> None:
    debian = Debian("libegl1")
    debian.brings = False
    with pytest.raises(dev.RefusalError, match="libegl1"):
        dev.provide_system_packages(debian.machine)


def test_a_newer_system_gets_its_own_names() -> None:
    debian = Debian("libasound2", "libegl1")
    debian.known = frozenset({"libasound2t64", "libegl1"})
    dev.provide_system_packages(debian.machine)
    assert debian.ran[1].endswith(" libegl1 libasound2t64")


def test_other_systems_bring_everything_in_their_wheels() -> None:
    assert dev.missing_packages(Debian(*LIBRARIES, is_linux=False).machine) == []


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not dev.this_machine().loads("libnewsdesk-has-no-such.so.1")


@pytest.mark.parametrize(
    ("lacks", "brought"),
    [
        ([], []),
        (["xvfb"], [*dev.SCREEN_PACKAGES]),
        ([dev.CHINESE_PACKAGE], [dev.CHINESE_PACKAGE]),
        (["xvfb", dev.CHINESE_PACKAGE], [*dev.SCREEN_PACKAGES, dev.CHINESE_PACKAGE]),
    ],
)
def test_tests_get_a_screen_and_letters_for_it(
    lacks: list[str], brought: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    debian, visitor = Debian(*lacks), Debian(*lacks, is_root=False)
    for one in (debian, visitor):
        dev.provide_screen(one.machine)
    said = capsys.readouterr().out
    if brought:
        assert debian.ran == ["apt-get update", f"{INSTALL} {' '.join(brought)}"]
        assert said.endswith(f"run: sudo {INSTALL} {' '.join(brought)}\n")
    else:
        assert (debian.ran, said) == ([], "")
    assert visitor.ran == []


# The environment ------------------------------------------------------------------------------


class Desk:
    """A checkout in a folder of its own, where commands are remembered instead of run."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ran: list[str] = []
        self.fails_at = ""
        self.venv = folder / ".venv"
        self.lock = folder / "dev.txt"
        self.project = folder / "pyproject.toml"
        self.lock.write_text("pytest==9", encoding="utf-8")
        self.project.write_text("[project]", encoding="utf-8")
        for name, value in {
            "ROOT": folder,
            "VENV": self.venv,
            "STAMP": self.venv / "newsdesk-setup.json",
            "DEV_LOCK": self.lock,
            "PROJECT": self.project,
            "call": self.call,
            "provide_system_packages": lambda _machine: None,
            "_runs": self.runs,
        }.items():
            monkeypatch.setattr(dev, name, value)

    def call(self, command: Sequence[str], **_how: object) -> int:
        step = "venv" if "venv" in command else "lock" if "-r" in command else "editable"
        self.ran.append(step)
        if step == self.fails_at:
            return 1
        if step == "venv":
            self.put_python()
        return 0

    def runs(self) -> bool:
        return (self.venv / "runs").exists()

    def put_python(self) -> None:
        python = Path(dev.in_venv("python"))
        python.parent.mkdir(parents=True)
        python.touch()
        (self.venv / "runs").touch()

    def set_up(self) -> list[str]:
        """Return what one more set-up runs."""
        self.ran.clear()
        dev.set_up()
        return self.ran


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder, monkeypatch)


WHOLE = ["venv", "lock", "editable"]


def test_a_second_start_has_nothing_to_do(desk: Desk) -> None:
    assert desk.set_up() == WHOLE
    assert desk.set_up() == []


@pytest.mark.parametrize(
    ("step", "again"), [("venv", WHOLE), ("lock", WHOLE), ("editable", ["editable"])]
)
def test_a_set_up_broken_off_recovers(desk: Desk, step: str, again: list[str]) -> None:
    desk.fails_at = step
    with pytest.raises(dev.RefusalError):
        desk.set_up()
    desk.fails_at = ""
    assert desk.set_up() == again
    assert desk.set_up() == []


def test_a_stamp_cut_short_is_a_set_up_broken_off(desk: Desk) -> None:
    desk.set_up()
    dev.STAMP.write_text('{"python": "3.', encoding="utf-8")
    assert desk.set_up() == WHOLE


def test_an_environment_made_by_hand_is_completed(desk: Desk) -> None:
    desk.put_python()
    assert desk.set_up() == ["lock", "editable"]
    assert desk.set_up() == []


def test_an_environment_whose_python_is_gone_is_remade(desk: Desk) -> None:
    desk.set_up()
    Path(dev.in_venv("python")).unlink()
    (desk.venv / "runs").unlink()
    assert desk.set_up() == WHOLE


def test_a_new_lock_makes_the_environment_anew(desk: Desk) -> None:
    desk.set_up()
    desk.lock.write_text("pytest==10", encoding="utf-8")
    assert desk.set_up() == WHOLE


def test_a_changed_project_file_costs_little(desk: Desk) -> None:
    desk.set_up()
    desk.project.write_text("[project]\nname = 'newsdesk'", encoding="utf-8")
    assert desk.set_up() == ["editable"]


@pytest.mark.parametrize("what", ["python", "folder"])
def test_an_environment_of_another_python_or_place_is_remade(
    desk: Desk, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up()
    if what == "python":
        monkeypatch.setattr(dev, "PYTHON", "3.99")
    else:
        desk.venv = desk.venv.rename(desk.venv.with_name("moved"))
        monkeypatch.setattr(dev, "VENV", desk.venv)
        monkeypatch.setattr(dev, "STAMP", desk.venv / dev.STAMP.name)
    assert desk.set_up() == WHOLE


# The requirements -----------------------------------------------------------------------------


def pinned(lock: Path) -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {str(canonicalize_name(name)): version for name, version in pins}


def test_the_requirements_are_in_step_with_the_project() -> None:
    assert dev.stale_locks() == []


@pytest.mark.parametrize(
    ("lock", "groups"),
    [(dev.RUNTIME_LOCK, ()), (dev.DEV_LOCK, ("dev",)), (dev.BUILD_LOCK, ("build",))],
    ids=["runtime", "dev", "build"],
)
def test_every_dependency_is_pinned_to_a_version_it_allows(
    lock: Path, groups: tuple[str, ...]
) -> None:
    project = tomllib.loads(dev.PROJECT.read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + [
        line for group in groups for line in project["dependency-groups"][group]
    ]
    pins = pinned(lock)
    for requirement in map(Requirement, wanted):
        version = pins[canonicalize_name(requirement.name)]
        assert version in requirement.specifier, requirement


@pytest.mark.parametrize("lock", [dev.DEV_LOCK, dev.BUILD_LOCK], ids=["tested", "packed"])
def test_what_is_tested_and_packed_are_the_versions_that_are_shipped(lock: Path) -> None:
    assert pinned(dev.RUNTIME_LOCK).items() <= pinned(lock).items()


def test_a_changed_dependency_is_out_of_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = dev.PROJECT.read_text(encoding="utf-8").replace('"nh3>=0.3"', '"nh3>=0.4"')
    (tmp_path / "pyproject.toml").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(dev, "PROJECT", tmp_path / "pyproject.toml")
    assert dev.stale_locks() == ["runtime.txt", "dev.txt", "build.txt"]


@pytest.mark.parametrize("lock", sorted(dev.LOCKS.glob("*.txt")), ids=lambda path: path.name)
def test_no_address_and_no_path_stands_in_the_requirements(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert [line for line in text.splitlines() if re.search(r"--(?!hash=)|\s/|file:|@", line)] == []


def test_every_requirement_has_its_hashes() -> None:
    for lock in dev.locks():
        entries = re.split(r"^(?=\w)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        assert entries
        assert all("--hash=sha256:" in entry for entry in entries)


# The commands ---------------------------------------------------------------------------------


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the commands run, with what they add to the environment; nothing is run."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def remember(
        command: Sequence[str], *, environment: dict[str, str] | None = None, where: Path = ROOT
    ) -> int:
        calls.append(([Path(command[0]).stem, *command[1:]], environment or {}))
        return 3

    monkeypatch.setattr(dev, "call", remember)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "provide_screen", lambda _machine: None)
    monkeypatch.setattr(dev, "window_environment", lambda: {"WINDOW": "1"})
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    return calls


Ran = list[tuple[list[str], dict[str, str]]]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("run list --json --help", "newsdesk list --json --help"),
        ("run edit 0190 --set headline=A -- b", "newsdesk edit 0190 --set headline=A -- b"),
        ("test -k dateline -x tests/domain", "python -m pytest -k dateline -x tests/domain"),
        ("test --nightly -q", "python -m pytest -q"),
        ("bench save", "python -m tests.benchmarks save"),
        ("shots library", "python -m tests.shots library"),
        ("migration 'add a byline'", "python -m newsdesk.storage.migrations.new 'add a byline'"),
        ("torture kills --seed 7", "python -m tests.reliability kills --seed 7"),
    ],
)
def test_a_command_hands_on_its_arguments_and_its_outcome(
    ran: Ran, line: str, command: str
) -> None:
    assert dev.main(shlex.split(line)) == 3
    assert [shlex.join(words) for words, _ in ran] == [command]


@pytest.mark.parametrize(
    ("line", "script"),
    [
        ("verify wheels --lock x.txt", "verify.py"),
        ("verify installed dist", "verify.py"),
        ("release dist --tag v1.2.3", "release.py"),
    ],
)
def test_what_makes_a_release_is_a_script_of_packaging(ran: Ran, line: str, script: str) -> None:
    assert dev.main(shlex.split(line)) == 3
    [(words, _)] = ran
    assert Path(words[1]) == ROOT / "packaging" / script
    assert words[2:] == shlex.split(line)[1:]


def test_a_build_has_an_environment_of_its_own(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "require", dev.call)
    monkeypatch.setattr(dev, "provide_system_packages", lambda _machine: None)
    stale = tmp_path / "work" / "environment" / "of an earlier build"
    stale.parent.mkdir(parents=True)
    stale.touch()
    line = ["build", "--work", str(tmp_path / "work"), "--out", str(tmp_path), "--bundle-only"]
    assert dev.main(line) == 3
    assert not stale.exists()
    made, filled, built = [words for words, _ in ran]
    assert made[1:3] == ["-m", "venv"]
    assert filled[-3:] == ["--only-binary=:all:", "-r", str(dev.BUILD_LOCK)]
    assert built[1] == str(ROOT / "packaging" / "build.py")
    assert built[-1] == "--bundle-only"


def test_what_it_runs_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    ask = "import sys; raise SystemExit(sys.dont_write_bytecode)"
    assert dev.call([sys.executable, "-c", ask]) == 0


def test_all_tests_run_beside_each_other_and_some_alone(ran: Ran) -> None:
    assert dev.main(["test"]) == 3
    assert dev.main(["test", "tests/cli"]) == 3
    every, some = (shlex.join(words) for words, _ in ran)
    assert "-n auto" in every
    assert some.endswith("-m pytest tests/cli")


@pytest.mark.parametrize(
    ("line", "form"), [("test -q", "normal"), ("test --nightly -q", "nightly")]
)
def test_the_form_of_the_tests_reaches_them_and_no_window_opens(
    ran: Ran, line: str, form: str
) -> None:
    dev.main(line.split())
    assert ran[0][1] == {
        "NEWSDESK_TEST_FORM": form,
        "QT_QPA_PLATFORM": "offscreen",
        "WINDOW": "1",
    }


def test_running_opens_the_window_where_there_is_a_screen(
    ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: True)
    assert dev.main(["run"]) == 3
    assert ran == [(["newsdesk"], {"WINDOW": "1"})]


@pytest.mark.parametrize(("code", "steps"), [(0, 2), (1, 1)])
def test_running_without_a_screen_takes_the_samples_through_the_main_job(
    ran: Ran,
    code: int,
    steps: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    remember = dev.call
    monkeypatch.setattr(dev, "call", lambda command: remember(command) and code)
    monkeypatch.setattr(dev, "SAMPLE_RUN", tmp_path / "samples")
    (tmp_path / "samples" / "newsroom").mkdir(parents=True)
    assert dev.main(["run"]) == code
    newsroom, pages = tmp_path / "samples" / "newsroom", tmp_path / "samples" / "pages"
    assert not newsroom.exists()  # of the last run
    begin = ["newsdesk", "--data-dir", str(newsroom)]
    assert [words for words, _ in ran] == [
        [*begin, "samples"],
        [*begin, "export", "--all", "--format", "html", "--out", str(pages)],
    ][:steps]
    said = capsys.readouterr().out
    assert "no screen" in said
    assert (f"in {pages}" in said) == (code == 0)


@pytest.mark.parametrize(("line", "types"), [("check", True), ("check --fast", False)])
def test_a_check_runs_to_its_end_and_fails_if_one_part_does(
    ran: Ran, line: str, types: bool
) -> None:
    assert dev.main(line.split()) == 1
    assert [words[0] for words, _ in ran] == ["python", "python"] + ["basedpyright"] * types


def test_a_check_names_stale_requirements_and_large_files(
    monkeypatch: pytest.MonkeyPatch, ran: Ran, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "call", lambda _command: 0)
    monkeypatch.setattr(dev, "stale_locks", list)
    monkeypatch.setattr(dev, "large_files", list)
    assert dev.main(["check"]) == 0
    monkeypatch.setattr(dev, "stale_locks", lambda: ["dev.txt"])
    monkeypatch.setattr(dev, "large_files", lambda: ["resources/film.mp4"])
    assert dev.main(["check"]) == 1
    said = capsys.readouterr().out
    assert "dev.txt" in said
    assert "film.mp4" in said
    assert ran == []


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")
def test_a_large_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)  # noqa: S607 - the system's
    (tmp_path / "small.txt").write_bytes(b"x" * 1000)
    (tmp_path / "large.bin").write_bytes(b"x" * (2 * 2**20 + 1))
    words = tmp_path / "resources" / "dictionaries" / "ru" / "ru.dic"
    words.parent.mkdir(parents=True)
    words.write_bytes(b"x" * (2 * 2**20 + 1))
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert dev.large_files() == ["large.bin"]


def test_translations_are_taken_from_every_source_of_the_window(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    source = tmp_path / "src" / "newsdesk" / "ui" / "library" / "release_list.py"
    source.parent.mkdir(parents=True)
    source.touch()
    dev.main(["i18n"])
    [(command, _)] = ran
    assert command[0] == "pyside6-lupdate"
    assert str(source) in command
    assert [Path(word).name for word in command[-4:]] == [
        f"newsdesk_{language}.ts" for language in ("en", "fr", "es", "ar")
    ]


@pytest.mark.parametrize(("line", "code"), [("", 0), ("--help", 0), ("photos", 2)])
def test_what_is_no_command_gets_the_list(
    line: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(line.split()) == code
    said = capsys.readouterr().out
    assert all(f"  {command.__name__} " in said for command in dev.COMMANDS)


def test_an_older_python_gets_as_far_as_being_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr("sys.version_info", (3, 10, 0))
    with pytest.raises(dev.RefusalError, match="needs Python 3"):
        dev.main(["test"])


# What calls dev.py ----------------------------------------------------------------------------

DEV_CALL = re.compile(r"(?:sudo )?python3? dev\.py (\w+)( --?\w+)*")


def test_every_system_runs_the_check_and_the_tests_through_dev_py() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["test"]
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["os"]} == {
        "windows",
        "macos",
        "ubuntu",
    }
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.13"]
    lines = [step["run"] for step in job["steps"] if "run" in step]
    assert all(DEV_CALL.fullmatch(line) for line in lines), lines
    assert lines[-2:] == ["python dev.py check", "python dev.py test"]


def test_hooks_call_the_projects_own_tools_and_fetch_nothing() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    [repository] = yaml.safe_load(text)["repos"]
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert hook["language"] == "system"
        assert DEV_CALL.fullmatch(hook["entry"]) or hook["entry"].startswith("git ")


def test_what_must_pass_ends_with_the_readmes_test_command() -> None:
    *_, last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert last == "python3 dev.py test"
    assert f"\n{last}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
