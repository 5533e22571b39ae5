import os
from hashlib import sha256
from pathlib import Path

import pytest

from newsdesk.domain.errors import Cancelled, ExportError, NotFoundError
from newsdesk.domain.export_record import ExportFormat
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from newsdesk.services.export import ExportOutcome, ExportRequest, formats
from tests.services.conftest import Clock

EMBARGO = {"embargo.until_local": "2026-03-03T09:00", "embargo.tz": "Europe/Zurich"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def export(desk: Desk, out: Path, *keys: str) -> ExportOutcome:
    request = ExportRequest(keys=keys, format=ExportFormat.HTML, folder=out)
    return desk.exports.export(request)[0]


def written(desk: Desk, out: Path, key: str) -> str:
    (record,) = export(desk, out, key).written
    return Path(record.path).read_text("utf-8")


def test_what_was_written_is_on_record_with_its_checksum(
    desk: Desk, clock: Clock, out: Path
) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    (record,) = export(desk, out, "one").written
    assert record.path == str(out / "DRAFT-one.html")
    assert record.sha256 == sha256((out / "DRAFT-one.html").read_bytes()).hexdigest()
    assert (record.revision, record.at, record.embargoed) == (1, clock.now, False)
    assert record.revision_sha256 == desk.releases.revisions("one")[0].sha256
    assert desk.exports.records(release.id) == [record]


def test_the_page_shown_is_the_page_written(desk: Desk, out: Path) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    assert written(desk, out, "one") == desk.exports.page(release)


def test_the_same_revision_gives_the_same_bytes_another_day(
    desk: Desk, clock: Clock, out: Path
) -> None:
    desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    first = export(desk, out, "one").written[0]
    clock.advance(days=400)
    again = export(desk, out, "one").written[0]
    assert first.sha256 == again.sha256
    assert len(desk.releases.revisions("one")) == 2


def test_a_page_says_what_it_is_until_it_is_for_everybody(
    desk: Desk, clock: Clock, out: Path
) -> None:
    desk.releases.new({"headline": "One", **EMBARGO}, body_md="Text.")
    desk.workflow.take("one", Action.PUBLISH)
    assert "noindex" in written(desk, out, "one")
    assert [path.name for path in out.iterdir()] == ["EMBARGOED-20260303T0800Z-one.html"]
    assert export(desk, out, "one").written[0].embargoed

    clock.now = clock.now.replace(day=3, hour=7, minute=59)
    assert "EMBARGOED UNTIL" in written(desk, out, "one")
    clock.advance(minutes=1)
    page = written(desk, out, "one")
    assert "EMBARGO" not in page
    assert "application/ld+json" in page
    assert (out / "one.html").is_file()


def test_an_autosaved_text_becomes_a_permanent_revision_when_it_leaves(
    desk: Desk, clock: Clock, out: Path
) -> None:
    release, _ = desk.releases.new({"headline": "One"}, body_md="Text.")
    desk.releases.save(release.edited(clock.now, body_md="Later."), Reason.AUTOSAVE)
    assert "Later." in written(desk, out, "one")
    assert [one.reason for one in desk.releases.revisions("one")] == [
        Reason.SAVE,
        Reason.AUTOSAVE,
        Reason.EXPORT,
    ]


def test_one_that_fails_does_not_stop_the_others(desk: Desk, out: Path) -> None:
    for headline in ("One", "Two"):
        desk.releases.new({"headline": headline}, body_md="Text.")
    (out / "DRAFT-one.html" / "in the way").mkdir(parents=True)
    outcome = export(desk, out, "one", "nothing", "two")
    assert [Path(record.path).name for record in outcome.written] == ["DRAFT-two.html"]
    assert [(key, type(error)) for key, error in outcome.refused] == [
        ("one", ExportError),
        ("nothing", NotFoundError),
    ]


def test_stopping_keeps_what_was_written_and_its_record(desk: Desk, out: Path) -> None:
    class StopAfterOne:
        def report(self, done: int, total: int) -> None:
            assert total == 2
            if done == 1:
                raise Cancelled

    ids = [desk.releases.new({"headline": name}, body_md="Text.")[0].id for name in ("One", "Two")]
    request = ExportRequest(keys=("one", "two"), format=ExportFormat.HTML, folder=out)
    with pytest.raises(Cancelled):
        desk.exports.export(request, StopAfterOne())
    assert os.listdir(out) == ["DRAFT-one.html"]  # noqa: PTH208 - hidden files too
    assert [len(desk.exports.records(one)) for one in ids] == [1, 0]


def test_the_formats_are_handed_on_as_plain_values() -> None:
    assert [(one.id, one.suffix, one.mime, one.needs_engine) for one in formats()] == [
        (ExportFormat.HTML, ".html", "text/html", False),
        (ExportFormat.PDF, ".pdf", "application/pdf", True),
        (ExportFormat.TEXT, ".txt", "text/plain; charset=utf-8", False),
    ]
