"""Pictures that another desk named are found under the keys they have here."""

from dataclasses import replace
from uuid import UUID

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import PictureWords, ReleaseMedia
from newsdesk.services.desk import Desk
from newsdesk.services.local_media import with_local_media
from newsdesk.services.new_picture import picture_from
from tests.pictures import photo

ELSEWHERE, NOWHERE = MediaId(UUID(int=1)), MediaId(UUID(int=2))


def test_a_picture_is_found_by_either_key_and_keeps_its_words(desk: Desk) -> None:
    release, _ = desk.releases.new({"headline": "Harbour opens"})
    words = PictureWords(alt="A gate", caption="The gate", credit="Noor Elm")
    (release, asset), _ = desk.pictures.add(
        str(release.id), picture_from(photo(), "gate.jpg"), words
    )
    there = (
        ReleaseMedia(media_id=ELSEWHERE, caption="Over there"),
        ReleaseMedia(media_id=NOWHERE),
    )
    with desk.taking_over._workplace.database.transaction() as work:
        work.media.add_alias(ELSEWHERE, asset.id)
        assert work.media.get(ELSEWHERE) == work.media.get(asset.id)
        assert with_local_media(work, release) is release
        handed = replace(release, media=there)
        here = ReleaseMedia(media_id=asset.id, caption="Over there")
        assert with_local_media(work, handed).media == (here,)
        assert with_local_media(work, handed, drop_unknown=False).media == (here, there[1])
