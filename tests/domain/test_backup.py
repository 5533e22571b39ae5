"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from newsdesk.domain.backup import Backup, BackupReason, superfluous

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def backup(
    made: datetime, reason: BackupReason = BackupReason.CHANGE, *, is_verified: bool = True
) -> Backup:
    path = f"{made.isoformat()}-{reason}-{is_verified}"
    return Backup(path=path, made=made, reason=reason, size=1, is_verified=is_verified)


def kept(backups: list[Backup]) -> list[Backup]:
    gone = superfluous(backups)
    return [one for one in backups if one not in gone]


def a_year_of_work(*, thinned: bool) -> list[Backup]:
    """Return a backup each half hour from 8 to 18 on every weekday, oldest first."""
    backups: list[Backup] = []
    for day in range(365):
        morning = datetime(2025, 3, 3, 8, tzinfo=UTC) + timedelta(days=day)
        if morning.weekday() >= 5:
            continue
        for half_hours in range(21):
            backups.append(backup(morning + timedelta(minutes=30 * half_hours)))
            if thinned:
                backups = kept(backups)
    return backups


def test_of_a_year_stay_8_half_hours_7_days_8_weeks_and_12_months() -> None:
    made = [one.made for one in kept(a_year_of_work(thinned=False))]
    last = datetime(2026, 3, 2, 18, tzinfo=UTC)  # a Monday
    half_hours = {last - timedelta(minutes=30 * number) for number in range(8)}
    weekdays = [last - timedelta(days=days) for days in (0, 3, 4, 5, 6, 7, 10)]
    fridays = {datetime(2026, 2, 27, 18, tzinfo=UTC) - timedelta(weeks=n) for n in range(7)}
    ends = {
        datetime(year, month, day, 18, tzinfo=UTC)
        for year, month, day in [
            (2025, 4, 30), (2025, 5, 30), (2025, 6, 30), (2025, 7, 31), (2025, 8, 29),
            (2025, 9, 30), (2025, 10, 31), (2025, 11, 28), (2025, 12, 31), (2026, 1, 30),
            (2026, 2, 27),
        ]
    }  # fmt: skip
    assert set(made) == half_hours | set(weekdays) | fridays | ends


def test_thinning_each_time_comes_to_the_same_as_thinning_once() -> None:
    assert a_year_of_work(thinned=True) == kept(a_year_of_work(thinned=False))


def test_the_last_verified_one_stays_however_old_it_is_and_whatever_came_after() -> None:
    good = backup(NOON - timedelta(days=900))
    bad = [backup(NOON + timedelta(minutes=n), is_verified=False) for n in range(50)]
    assert kept([good, *bad]) == [good, bad[-1]]


def test_what_is_not_sound_goes_once_something_sound_is_newer() -> None:
    bad, good = backup(NOON, is_verified=False), backup(NOON + timedelta(hours=1))
    assert kept([bad, good]) == [good]


def test_the_last_one_before_something_dangerous_outlasts_those_of_every_day() -> None:
    before = backup(NOON - timedelta(minutes=1), BackupReason.SCHEMA)
    older = backup(NOON - timedelta(minutes=2), BackupReason.SCHEMA)
    later = [backup(NOON + timedelta(minutes=30 * number)) for number in range(9)]
    assert before in kept([older, before, *later])
    assert older not in kept([older, before, *later])


def test_a_clock_that_was_wrong_for_a_while_costs_nothing_else() -> None:
    usual = [backup(NOON - timedelta(days=days)) for days in range(5)]
    ahead = backup(NOON + timedelta(days=4000))
    assert kept([*usual, ahead]) == [*usual, ahead]
