"""Lists in a table of their own."""

from newsdesk.domain.contact import ContactPoint, PointKind
from newsdesk.storage.database import Database
from newsdesk.storage.parts import PartList
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import ContactPointRow
from tests.storage.making import contact

PHONE = ContactPoint(kind=PointKind.PHONE, value="+41225550100")
FAX = ContactPoint(kind=PointKind.FAX, value="+41225550101")


def test_parts_are_replaced_and_read_in_their_order_by_owner(database: Database) -> None:
    parts = PartList(RowForm(ContactPoint, ContactPointRow), "contact_id")
    with database.transaction() as work:
        connection = work.contacts._connection
        one, two = (work.contacts.save(contact(points=(PHONE,))) for _ in range(2))
        parts.write(connection, one.id, (FAX, PHONE, FAX))
        assert parts.read(connection) == {one.id: (FAX, PHONE, FAX), two.id: (PHONE,)}
        parts.write(connection, one.id, ())
        assert parts.read(connection) == {two.id: (PHONE,)}
        assert parts.read(connection, one.id) == {}
