"""Where a newsroom is moved to, and that a folder may be used all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.services.allowed_folders import AllowedFolders
from newsdesk.services.moving import Moved, MovingService

Make = Callable[..., MovingService]


@pytest.fixture
def moves() -> list[tuple[Path, Path]]:
    return []


@pytest.fixture
def make(tmp_path: Path, moves: list[tuple[Path, Path]]) -> Make:
    """Make a service for a newsroom in a cloud; other folders are as they are said to be."""

    def make(*, bad: tuple[str, ...] = (), taken: tuple[str, ...] = ()) -> MovingService:
        def problem_with(folder: Path) -> StorageError | None:
            is_bad = folder.name.startswith(("cloud", *bad))
            return StorageError(StorageProblem.CLOUD_FOLDER, str(folder)) if is_bad else None

        return MovingService(
            tmp_path / "cloud",
            (tmp_path / "usual", tmp_path / "other"),
            AllowedFolders(tmp_path / "folders.json"),
            problem_with,
            lambda folder: folder.name not in taken,
            lambda target, report: moves.append((target, Path())),
        )

    return make


def test_it_is_moved_to_the_usual_folder(
    make: Make, tmp_path: Path, moves: list[tuple[Path, Path]]
) -> None:
    service = make()
    usual = str(tmp_path / "usual")
    assert service.destination == usual
    assert service.move() == Moved(source=str(tmp_path / "cloud"), target=usual, is_usual=True)
    assert [target for target, _ in moves] == [tmp_path / "usual"]


@pytest.mark.parametrize(
    ("bad", "taken", "expected"),
    [
        ((), ("usual",), "usual-2"),
        ((), ("usual", "usual-2", "usual-3"), "usual-4"),
        (("usual",), (), "other"),
        (("usual",), ("other",), "other-2"),
    ],
)
def test_where_that_is_bad_or_taken_the_next_best_one_is(
    make: Make, bad: tuple[str, ...], taken: tuple[str, ...], expected: str
) -> None:
    service = make(bad=bad, taken=taken)
    assert Path(service.destination).name == expected
    assert not service.move().is_usual


def test_an_account_that_lies_in_a_cloud_as_a_whole_is_told_so(make: Make) -> None:
    with pytest.raises(StorageError) as refused:
        _ = make(bad=("usual", "other")).destination
    assert refused.value.problem is StorageProblem.CLOUD_FOLDER


def test_a_folder_that_is_named_is_looked_at_first(make: Make, tmp_path: Path) -> None:
    service = make(bad=("bad",), taken=("taken",))
    assert service.is_good(str(tmp_path / "good"))
    assert not service.is_good(str(tmp_path / "taken"))
    with pytest.raises(StorageError):
        service.is_good(str(tmp_path / "bad"))


def test_only_a_bad_folder_needs_to_be_allowed(make: Make, tmp_path: Path) -> None:
    make().allow()
    assert AllowedFolders(tmp_path / "folders.json").has(str(tmp_path / "cloud"))
    good = MovingService(
        tmp_path / "good",
        (),
        AllowedFolders(tmp_path / "folders.json"),
        lambda _folder: None,
        lambda _folder: True,
        lambda _target, _report: None,
    )
    good.allow()
    assert not AllowedFolders(tmp_path / "folders.json").has(str(tmp_path / "good"))
