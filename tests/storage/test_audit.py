"""Who did what."""

from uuid6 import uuid7

from newsdesk.domain.audit import AuditEvent
from newsdesk.domain.ids import AuditId
from newsdesk.storage.database import Database
from tests.storage.making import NOW, uuid_of


def test_what_was_done_is_on_record_for_the_thing_it_was_done_to(database: Database) -> None:
    events = [
        AuditEvent(
            id=AuditId(uuid7()),
            at=NOW,
            user="dana",
            entity="release",
            entity_id=uuid_of(number),
            action=action,
            before={"state": "draft"},
            after={"state": "published", "headline": "جسر"},
            reason="asked by the desk",
        )
        for number, action in ((1, "publish"), (1, "recall"), (2, "publish"))
    ]
    with database.transaction() as work:
        for event in events:
            work.audit.record(event)
    with database.reading() as work:
        assert work.audit.for_entity("release", uuid_of(1)) == events[:2]
        assert work.audit.for_entity("contact", uuid_of(1)) == []
