"""Two newsrooms, whose people hand work over to each other as files."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from newsdesk.desk import open_desk
from newsdesk.domain.bundle import Bundle
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.parting import Choice
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision
from newsdesk.services.desk import Desk
from newsdesk.services.handing_over import HandOverRequest
from newsdesk.services.taking_over import Decision, TakenOver
from tests.services.conftest import Clock


@dataclass(frozen=True)
class Place:
    """One person's desk."""

    desk: Desk
    folder: Path

    def bundle(self, *releases: Release, name: str = "work.newsdesk") -> Path:
        """Hand releases over, and return the file."""
        file = self.folder / name
        keys = tuple(str(one.id) for one in releases)
        outcome, _ = self.desk.handing_over.hand_over(HandOverRequest(keys=keys, place=file))
        assert outcome.refused == ()
        assert outcome.path == str(file)
        return file

    def look(self, file: Path) -> Bundle:
        return self.desk.taking_over.read(file)

    def take(self, file: Path, choice: Choice | None = None) -> list[TakenOver]:
        """Take over a file; `choice`: what becomes of each release that both desks changed."""
        bundle = self.look(file)
        chosen = {one.id: Decision(choice=choice) for one in bundle.releases} if choice else {}
        return self.desk.taking_over.take(bundle, chosen)[0]

    def takes(self, file: Path, choice: Choice | None = None) -> TakenOver:
        (only,) = self.take(file, choice)
        return only

    def new(self, headline: str, body: str = "The harbour is open.") -> Release:
        return self.desk.releases.new({"headline": headline}, body_md=body)[0]

    def edit(self, release: Release, body: str) -> Release:
        return self.desk.releases.edit(str(release.id), {}, body_md=body)[0]

    def now(self, release: Release) -> Release:
        return self.desk.releases.get(str(release.id))

    def kept(self, release: Release | ReleaseId) -> list[Revision]:
        key = release.id if isinstance(release, Release) else release
        return [r for r in self.desk.releases.revisions(str(key)) if r.reason.is_permanent]

    def reasons(self, release: Release) -> list[Reason]:
        return [one.reason for one in self.kept(release)]

    def bodies(self, release: Release) -> list[str]:
        """Return what each revision says, oldest first."""
        at = self.desk.history.at
        return [at(str(release.id), one.number).body_md for one in self.kept(release)]

    def is_sound(self) -> bool:
        return self.desk.verification.verify().is_sound


@contextmanager
def two_desks(folder: Path, empty_newsroom: Path, clock: Clock) -> Generator[tuple[Place, Place]]:
    """Open two desks beside each other, each with its own newsroom."""
    with ExitStack() as stack:
        places: list[Place] = []
        for name in ("mine", "theirs"):
            copytree(empty_newsroom, folder / name / "newsroom")
            desk = open_desk(folder / name / "newsroom", writing=True, now=clock)
            places.append(Place(stack.enter_context(desk), folder / name))
        yield places[0], places[1]
