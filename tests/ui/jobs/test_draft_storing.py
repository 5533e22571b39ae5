"""Drafts on their way into the newsroom."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.errors import NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.importing.media import NamedMedia
from newsdesk.services.import_ import AlreadyThere, Imported, ImportService
from newsdesk.services.import_sources import SourceFile
from newsdesk.ui.jobs.draft_storing import DraftStoring
from newsdesk.ui.jobs.source_reading import FoundDraft
from newsdesk.ui.jobs.store import Store
from tests.importing.pictures import jpeg

TEXT = """\
---
headline: {0}
language: en
---
The port of {0} has counted its boats, and there are more of them than {0} ever had.
"""


class Storing:
    """Stores and tells what came of it."""

    def __init__(self, store: Store, qtbot: QtBot, folder: Path) -> None:
        self.seconds = 0.01  # that a transaction takes
        self._time = 0.0
        self.storing = DraftStoring(store, self._now)
        self._qtbot = qtbot
        self._folder = folder
        self.failed: list[NewsdeskError] = []

    def _now(self) -> float:
        self._time += self.seconds
        return self._time

    def found(self, *headlines: str, extra: str = "language: en") -> list[FoundDraft]:
        with open_desk(self._folder) as desk:
            drafts = [
                desk.imports.read(
                    TEXT.format(one).replace("language: en", extra).encode(), f"{one}.md"
                )
                for one in headlines
            ]
        return [
            FoundDraft(SourceFile(one.file_name or ""), one, needs_look=False) for one in drafts
        ]

    def keep(self, found: list[FoundDraft], resolution: Resolution = Resolution.SKIP) -> list[Any]:
        outcomes: list[Any] = []
        ended: list[bool] = []

        def kept(became: Any) -> None:
            outcomes.extend(became)
            ended.append(True)

        def failed(error: NewsdeskError) -> None:
            self.failed.append(error)
            ended.append(True)

        self.storing.keep(found, resolution, kept, failed)
        self._qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
        return outcomes

    def headlines(self) -> list[str]:
        with open_desk(self._folder) as desk:
            return sorted(row.headline for row in desk.releases.summaries(ReleaseQuery()))


@pytest.fixture
def storing(store: Store, qtbot: QtBot, newsroom_folder: Path) -> Storing:
    return Storing(store, qtbot, newsroom_folder)


def test_each_of_a_batch_becomes_what_it_becomes(storing: Storing) -> None:
    bad = storing.found("Lagos", extra="language: en\nurgency: many")
    aqaba = storing.found("Aqaba")
    outcomes = storing.keep([*aqaba, *bad, *storing.found("Rabat"), *aqaba])
    assert [type(one) for one in outcomes[::2]] == [Imported, Imported]
    assert isinstance(outcomes[1], NewsdeskError)
    assert isinstance(outcomes[3], AlreadyThere)
    assert storing.headlines() == ["Aqaba", "Rabat"]


def test_more_are_stored_at_once_the_longer_it_goes_well(storing: Storing) -> None:
    sizes = [storing.storing.at_once]
    for number in range(8):
        storing.keep(storing.found(f"Port {number}"))
        sizes.append(storing.storing.at_once)
    assert sizes[0] == 1
    assert sizes == sorted(sizes)
    assert sizes[1] == 2 * sizes[0]
    assert sizes[-1] == sizes[-2]  # there is a limit


def test_fewer_are_stored_at_once_where_a_save_would_wait_long(storing: Storing) -> None:
    for number in range(4):
        storing.keep(storing.found(f"Port {number}"))
    before = storing.storing.at_once
    storing.seconds = 1.0
    storing.keep(storing.found("Aqaba", "Rabat", "Lagos", "Oran"))
    assert storing.storing.at_once == 1 < before
    storing.seconds = 0.01
    storing.keep(storing.found("Cairo"))
    assert storing.storing.at_once == 2


def test_of_nothing_to_store_nothing_is_asked(storing: Storing) -> None:
    assert storing.keep([]) == []
    assert storing.failed == []


def test_a_store_that_refuses_says_so_and_the_batches_do_not_grow(
    storing: Storing, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = StorageError(StorageProblem.FULL)

    def refuse(_service: ImportService, _drafts: object, _resolution: object) -> None:
        raise full

    monkeypatch.setattr(ImportService, "store_all", refuse)
    assert storing.keep(storing.found("Aqaba")) == []
    assert storing.failed == [full]
    assert storing.storing.at_once == 1


def test_one_is_stored_over_another(storing: Storing, qtbot: QtBot) -> None:
    (imported,) = storing.keep(storing.found("Aqaba"))
    updated: list[Imported] = []
    (found,) = storing.found("Rabat")
    storing.storing.update(found, imported.release.id, updated.append, storing.failed.append)
    qtbot.waitUntil(lambda: bool(updated), timeout=20_000)
    assert updated[0].release.id == imported.release.id
    assert storing.headlines() == ["Rabat"]


def test_pictures_beside_a_file_are_taken_along(storing: Storing, tmp_path: Path) -> None:
    (tmp_path / "crews.jpg").write_bytes(jpeg(30, 20))
    (found,) = storing.found("Aqaba")
    draft = replace(found.draft, media=(NamedMedia(address="crews.jpg"),))
    source = SourceFile(str(tmp_path / "Aqaba.html"))
    (imported,) = storing.keep([replace(found, source=source, draft=draft)])
    assert len(imported.release.media) == 1
