"""Texts that people keep at hand."""

from newsdesk.domain.snippet import Snippet
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import SnippetRow


class SnippetRepository(EntryRepository[Snippet]):
    """Snippets in the order that people gave them."""

    _entity = "snippet"
    _form = RowForm(Snippet, SnippetRow)
    _order = ("ordinal", "id")
