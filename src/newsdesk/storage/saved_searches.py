"""Searches that people keep at hand."""

from newsdesk.domain.saved_search import SavedSearch
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import SavedSearchRow


class SavedSearchRepository(EntryRepository[SavedSearch]):
    """Saved searches in the order that people gave them."""

    _entity = "search"
    _form = RowForm(SavedSearch, SavedSearchRow)
    _order = ("ordinal", "id")
