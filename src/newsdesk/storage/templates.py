"""What releases of one kind begin as."""

from newsdesk.domain.template import Template
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import TemplateRow


class TemplateRepository(EntryRepository[Template]):
    """Templates by their names."""

    _entity = "template"
    _form = RowForm(Template, TemplateRow)
    _order = ("name", "id")
