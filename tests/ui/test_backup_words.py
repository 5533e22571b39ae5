"""How backups are told of."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from newsdesk.domain.backup import Backup, BackupReason, NewsroomContents
from newsdesk.ui.backup_words import counts, is_old, size, when, why

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def backup(**changes: object) -> Backup:
    fields = {
        "path": "/x.sqlite",
        "made": NOW,
        "reason": BackupReason.ASKED,
        "size": 1_234_567,
        "is_verified": True,
    }
    return Backup(**fields | changes)  # type: ignore[arg-type]


def test_the_day_is_named_as_people_do(qapp: QApplication) -> None:
    local = NOW.astimezone()
    time = f"{local:%H:%M}"
    assert qapp
    assert when(NOW, NOW) == f"Today {time}"
    assert when(NOW - timedelta(days=1), NOW) == f"Yesterday {time}"
    assert when(NOW - timedelta(days=40), NOW).endswith(time)
    assert "Today" not in when(NOW + timedelta(days=40), NOW)


def test_every_reason_has_words(qapp: QApplication) -> None:
    assert qapp
    said = {why(backup(reason=reason)) for reason in BackupReason}
    assert len(said) == len(BackupReason)


def test_sizes_are_short(qapp: QApplication) -> None:
    assert qapp
    assert size(backup()) == "1.2 MB"


def test_what_is_empty_is_not_counted(qapp: QApplication) -> None:
    assert qapp
    few = NewsroomContents(releases=1, trashed=0, contacts=2, pictures=0, newest=())
    many = NewsroomContents(releases=3, trashed=4, contacts=5, pictures=6, newest=())
    assert counts(few).count("·") == 1
    assert counts(many).count("·") == 3


def test_a_day_is_long_for_a_backup() -> None:
    assert not is_old(backup(), NOW + timedelta(hours=23))
    assert is_old(backup(), NOW + timedelta(hours=25))
