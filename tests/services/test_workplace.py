from datetime import date

from newsdesk.services.desk import Desk
from tests.services.conftest import Clock


def test_today_is_the_day_on_the_desks_wall(desk: Desk, clock: Clock) -> None:
    clock.advance(hours=14)  # 23:30 in Greenwich
    desk.newsroom.edit({"tz": "Asia/Tokyo"})
    assert desk.releases.new({})[0].dateline.date == date(2026, 3, 3)
    desk.newsroom.edit({"tz": "America/New_York"})
    assert desk.releases.new({})[0].dateline.date == date(2026, 3, 2)


def test_a_place_of_ones_own_is_known_in_every_dateline(desk: Desk) -> None:
    desk.places.add("Samport", "CH", "Europe/Zurich")
    release, _ = desk.releases.new({"dateline.places": "samport"})
    assert desk.releases.dateline_text(release) == "Samport, Switzerland – "
