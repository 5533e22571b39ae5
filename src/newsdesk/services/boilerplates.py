"""Standing paragraphs."""

from collections.abc import Iterable
from datetime import date

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import FieldError, NotFoundError
from newsdesk.domain.ids import BoilerplateId
from newsdesk.domain.language import normalised
from newsdesk.services.workplace import Workplace


class BoilerplateService:
    """Standing paragraphs by kind, language and day."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> list[Boilerplate]:
        with self._workplace.database.reading() as work:
            return list(work.boilerplates.all())

    def valid_today(self) -> list[Boilerplate]:
        """Return the texts that a release of today may print, the newest of a kind first."""
        with self._workplace.database.reading() as work:
            today = self._workplace.today(work.newsroom.get().tz)
            return [text for text in work.boilerplates.all()[::-1] if text.is_valid_on(today)]

    def valid_on(self, day: date, language: str) -> list[Boilerplate]:
        """Return what a release of a day may print in a language: the newest text of each kind."""
        newest: dict[BoilerplateKind, Boilerplate] = {}
        for text in self.all()[::-1]:
            if text.language == language and text.is_valid_on(day):
                newest.setdefault(text.kind, text)
        return [newest[kind] for kind in BoilerplateKind if kind in newest]

    def add(
        self, kind: BoilerplateKind, language: str, text_md: str, valid_from: date | None = None
    ) -> tuple[Boilerplate, Changes]:
        """Add a text valid from a day on, today by default; it follows the one before it."""
        if not text_md.strip():
            raise FieldError("text_md", text_md)
        with self._workplace.database.transaction() as work:
            tag = normalised(language)
            day = valid_from or self._workplace.today(work.newsroom.get().tz)
            before = work.boilerplates.valid(kind, tag, day)
            text = Boilerplate(
                id=BoilerplateId(self._workplace.new_id()),
                kind=kind,
                language=tag,
                text_md=text_md.strip(),
                valid_from=day,
                supersedes=before[0].id if before else None,
            )
            saved = work.boilerplates.save(composed(text))
        return saved, Changes.of(Subject.BOILERPLATES)

    def remove(self, key: str) -> tuple[Boilerplate, Changes]:
        """Remove by the beginning of an id; releases keep their copies."""
        with self._workplace.database.transaction() as work:
            matches = [text for text in work.boilerplates.all() if str(text.id).startswith(key)]
            if len(matches) != 1 or not key:
                raise NotFoundError("boilerplate", key)
            work.boilerplates.delete(
                matches[0].id, at=self._workplace.now(), by=self._workplace.author
            )
        return matches[0], Changes.of(Subject.BOILERPLATES)

    def remove_together(
        self, keys: Iterable[BoilerplateId]
    ) -> tuple[tuple[BoilerplateId, ...], Changes]:
        """Remove several, all of them or none: a text with those it followed."""
        removed = tuple(keys)
        with self._workplace.database.transaction() as work:
            for key in removed:
                work.boilerplates.delete(key, at=self._workplace.now(), by=self._workplace.author)
        return removed, Changes.of(Subject.BOILERPLATES)

    def put_back(self, keys: Iterable[BoilerplateId]) -> tuple[tuple[BoilerplateId, ...], Changes]:
        """Bring back what was removed."""
        restored = tuple(keys)
        with self._workplace.database.transaction() as work:
            for key in restored:
                work.boilerplates.save(work.boilerplates.get(key))
        return restored, Changes.of(Subject.BOILERPLATES)
