from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.rendering.release_day import release_day
from tests.ui.releases import release

NOW = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
SHANGHAI = Place(id=PlaceId(UUID(int=1)), city="Shanghai", country_code="CN", tz="Asia/Shanghai")


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        (Dateline(), date(2026, 3, 1)),
        (Dateline(places=(SHANGHAI,)), date(2026, 3, 2)),
        (Dateline(places=(SHANGHAI,), date=date(2026, 2, 20)), date(2026, 2, 20)),
    ],
)
def test_the_day_is_the_dateline_s_or_today_where_it_is_issued(
    dateline: Dateline, day: date
) -> None:
    assert release_day(release(dateline=dateline), Newsroom(tz="Europe/Zurich"), NOW) == day
