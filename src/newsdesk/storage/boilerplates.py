"""Standing paragraphs."""

from datetime import date

from sqlalchemy import or_

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm
from newsdesk.storage.tables import BoilerplateRow


class BoilerplateRepository(EntryRepository[Boilerplate]):
    """Texts by kind and language, the newest last."""

    _entity = "boilerplate"
    _form = RowForm(Boilerplate, BoilerplateRow)
    _order = ("kind", "language", "valid_from", "id")

    def valid(self, kind: BoilerplateKind, language: str, day: date) -> list[Boilerplate]:
        """Return the texts that may be used on a day, the one that came last first."""
        columns = self._form.table.c
        found = self._where(
            columns.kind == kind,
            columns.language == language,
            columns.valid_from <= day,
            or_(columns.valid_to.is_(None), columns.valid_to >= day),
        )
        return found[::-1]
