"""The user's own places; the gazetteer's are not stored."""

from newsdesk.domain.place import Place
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import PlaceRow


class PlaceRepository(EntryRepository[Place]):
    """Own places by country and city."""

    _entity = "place"
    _form = RowForm(Place, PlaceRow)
    _order = ("country_code", "city", "id")
