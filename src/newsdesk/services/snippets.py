"""Texts of the user's own, kept at hand to write with."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import SnippetId
from newsdesk.domain.language import normalised
from newsdesk.domain.snippet import Snippet
from newsdesk.services.workplace import Workplace

_SHORTEST_KEY = 4  # characters of an id that tell one entry from the others


def find_snippet(snippets: Sequence[Snippet], key: str) -> Snippet:
    """Return the one snippet meant by its name or the beginning of its id.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    wanted = fold(key)
    matches = [one for one in snippets if wanted in (fold(one.name), str(one.id))] or [
        one for one in snippets if len(wanted) >= _SHORTEST_KEY and str(one.id).startswith(wanted)
    ]
    if not matches:
        raise NotFoundError("snippet", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{one.name} ({one.id})" for one in matches])
    return matches[0]


class SnippetService:
    """Listing, adding, changing, ordering and removing them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> list[Snippet]:
        """Return them in their order."""
        with self._workplace.database.reading() as work:
            return list(work.snippets.all())

    def find(self, key: str) -> Snippet:
        return find_snippet(self.all(), key)

    def add(self, name: str, text_md: str, language: str | None = None) -> tuple[Snippet, Changes]:
        """Add a text behind the others; no language: it is good in any.

        Raises:
            FieldError: it has no name or no text, or the language is none.
        """
        snippet = Snippet(
            id=SnippetId(self._workplace.new_id()), name=name, language=language, text_md=text_md
        )
        return self.save(snippet)

    def save(self, snippet: Snippet) -> tuple[Snippet, Changes]:
        """Store a snippet, a new one behind the others.

        Raises:
            FieldError: it has no name or no text, or the language is none.
            StaleError: somebody saved it since it was read.
        """
        kept = composed(_checked(snippet))
        with self._workplace.database.transaction() as work:
            if kept.version == 0:
                ordinals = [one.ordinal for one in work.snippets.all()]
                kept = replace(kept, ordinal=max(ordinals, default=-1) + 1)
            saved = work.snippets.save(kept)
        return saved, Changes.of(Subject.SNIPPETS)

    def move(self, key: SnippetId, by: int) -> tuple[Snippet, Changes]:
        """Put a snippet so many places further down, or up; at an end it stays."""
        with self._workplace.database.transaction() as work:
            order = work.snippets.all()
            at = next((n for n, one in enumerate(order) if one.id == key), None)
            if at is None:
                raise NotFoundError("snippet", str(key))
            moved = order.pop(at)
            order.insert(min(max(at + by, 0), len(order)), moved)
            for ordinal, one in enumerate(order):
                if one.ordinal != ordinal:
                    work.snippets.save(replace(one, ordinal=ordinal))
            saved = work.snippets.get(key)
        return saved, Changes.of(Subject.SNIPPETS)

    def remove(self, key: str) -> tuple[Snippet, Changes]:
        """Remove by the name or the beginning of an id."""
        with self._workplace.database.transaction() as work:
            snippet = find_snippet(work.snippets.all(), key)
            work.snippets.delete(snippet.id, at=self._workplace.now(), by=self._workplace.author)
        return snippet, Changes.of(Subject.SNIPPETS)

    def put_back(self, key: SnippetId) -> tuple[Snippet, Changes]:
        """Bring back what was removed."""
        with self._workplace.database.transaction() as work:
            snippet = work.snippets.save(work.snippets.get(key))
        return snippet, Changes.of(Subject.SNIPPETS)


def _checked(snippet: Snippet) -> Snippet:
    name, text = " ".join(snippet.name.split()), snippet.text_md.strip("\n")
    if not name:
        raise FieldError("name", snippet.name)
    if not text.strip():
        raise FieldError("text_md", snippet.text_md)
    language = normalised(snippet.language) if snippet.language else None
    return replace(snippet, name=name, text_md=text, language=language)
