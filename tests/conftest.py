"""What holds for every test: no network, no warning unasked for, no touch of anybody's own files.

The form of the run comes from `dev.py test`: the normal one is the same every time, the nightly one
looks further and at something new.
"""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
IS_NIGHTLY = os.environ.get("NEWSDESK_TEST_FORM") == "nightly"

# How long drawing an example takes depends on the machine and says nothing about newsdesk.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("normal", _UNTIMED, max_examples=300, derandomize=True)
settings.register_profile("nightly", _UNTIMED, max_examples=2_000)
settings.load_profile("nightly" if IS_NIGHTLY else "normal")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if IS_NIGHTLY:
        return
    for item in items:
        if item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.skip(reason="the long form: dev.py test --nightly"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the reference material is not beside this checkout")
    return SHARED


# No network -----------------------------------------------------------------------------------


class NetworkUsedError(Exception):
    """The program must not talk to anybody."""


_reached_for: list[str] = []
_guarded = False


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook; those cannot be removed again, hence `_guarded`."""
    if not _guarded or not event.startswith("socket."):
        return
    opens = event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6, -1}
    asks = event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
    if opens or asks:
        _reached_for.append(event)
        raise NetworkUsedError(event)


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail a test that reaches for the network, also if the program shrugs the refusal off."""
    global _guarded  # noqa: PLW0603 - see `_refuse_network`
    _reached_for.clear()
    _guarded = True
    yield
    _guarded = False
    if _reached_for:
        pytest.fail(f"reached for the network: {_reached_for}")


# No warning in the log ------------------------------------------------------------------------


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log_is_quiet(request: pytest.FixtureRequest) -> Iterator[list[logging.LogRecord]]:
    """Fail a test that logs a warning unless it asks for `expected_warnings`."""
    handler = _Warnings()
    logging.root.addHandler(handler)
    yield handler.records
    logging.root.removeHandler(handler)
    logged = [f"{record.name}: {record.getMessage()}" for record in handler.records]
    if logged and "expected_warnings" not in request.fixturenames:
        pytest.fail(f"logged: {logged}")


@pytest.fixture
def expected_warnings(
    _log_is_quiet: list[logging.LogRecord],
) -> Iterator[list[logging.LogRecord]]:
    """What the test logs at WARNING or above; it must log something."""
    yield _log_is_quiet
    if not _log_is_quiet:
        pytest.fail("no warning was logged, so none should be expected")


# Nobody's own files ---------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, made when first written to."""
    folder = tmp_path / "home"
    places = {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",  # platformdirs asks Windows, not the above
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
    }
    for variable, place in places.items():
        monkeypatch.setenv(variable, str(folder / place))
    return folder


@pytest.fixture(scope="session")
def empty_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database was made once, to be copied: migrating takes a while."""
    from newsdesk.desk import open_desk  # noqa: PLC0415 - most tests need no desk

    folder = tmp_path_factory.mktemp("empty") / "newsroom"
    with open_desk(folder, writing=True):
        pass
    return folder
