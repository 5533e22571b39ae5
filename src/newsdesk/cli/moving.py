"""The command that moves a newsroom out of a folder that another program or machine has too."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsdesk import paths
from newsdesk.cli.output import REFUSED, StderrProgress, emit, stopping_at_interrupt, warn
from newsdesk.desk import moving_of
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.services.moving import Moved, MovingService
from newsdesk.services.preferences import FILE_NAME, PreferencesFile


def move_newsroom(words: argparse.Namespace) -> int:
    service = moving_of(words.data_dir)
    target = str(words.dest.expanduser().absolute()) if words.dest else service.destination
    if why_not := _why_not(service, target):
        warn(f"{target} {why_not}. Nothing was changed. Name another folder.")
        return REFUSED
    progress = StderrProgress("moved, in bytes")
    with stopping_at_interrupt(progress):
        moved = service.move(target, progress.report)
    is_followed = _lead_window(moved)
    emit(
        words,
        {"from": moved.source, "to": moved.target, "window_opens_it": is_followed},
        _told(moved, is_followed=is_followed),
    )
    return 0


def _why_not(service: MovingService, target: str) -> str:
    try:
        return "" if service.is_good(target) else "has a newsroom already"
    except StorageError as error:
        is_cloud = error.problem is StorageProblem.CLOUD_FOLDER
        return f"lies {'in a folder of' if is_cloud else 'on a network folder,'} {error.detail}"


def _lead_window(moved: Moved) -> bool:
    """Have the window open the newsroom where it is now, if it opened it where it was."""
    file = PreferencesFile(paths.config_dir() / FILE_NAME)
    chosen = file.load()
    if str(paths.data_dir(Path(chosen.data_dir) if chosen.data_dir else None)) != moved.source:
        return moved.is_usual and not chosen.data_dir
    file.save(replace(chosen, data_dir="" if moved.is_usual else moved.target))
    return True


def _told(moved: Moved, *, is_followed: bool) -> Iterator[str]:
    yield f"The newsroom is in {moved.target} now, compared byte by byte and checked."
    yield f"What was in {moved.source} is still there, as it was. Nobody uses it any more."
    if is_followed:
        yield "The window opens it there from now on."
    if not moved.is_usual:
        yield f'For commands name it: newsdesk --data-dir "{moved.target}"'
