"""Pictures and attachments."""

from dataclasses import replace
from datetime import date

from uuid6 import uuid7

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import Consent, MediaAsset
from newsdesk.storage.database import Database
from tests.storage.making import Clock

SHA = "0" * 63 + "1"


def test_a_picture_comes_back_as_it_went_and_is_found_by_its_content(
    database: Database, clock: Clock
) -> None:
    picture = MediaAsset(
        id=MediaId(uuid7()),
        sha256=SHA,
        path=f"00/{SHA}.jpg",
        file_name="bridge (1).jpg",
        mime="image/jpeg",
        width=3000,
        height=2000,
        captions={"en": "The bridge", "ar": "الجسر"},
        alts={"en": "A bridge over a river"},
        creditline="Noor Elm",
        copyright_notice="© Harbour Trust",
        usageterms="Editorial use",
        taken_on=date(2026, 3, 1),
        place="Samport",
        consent=Consent.OBTAINED,
        consent_doc="form 7",
        poi_x=0.25,
        poi_y=0.5,
    )
    with database.transaction() as work:
        saved = work.media.save(picture)
        assert saved == replace(picture, version=1)
        assert work.media.find_by_content(SHA) == saved
        assert work.media.find_by_content("0" * 64) is None
        work.media.delete(picture.id, at=clock(), by="dana")
        assert work.media.find_by_content(SHA) is not None
