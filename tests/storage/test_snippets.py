"""Texts that people keep at hand."""

from dataclasses import replace

import pytest
from uuid6 import uuid7

from newsdesk.domain.errors import StaleError
from newsdesk.domain.ids import SnippetId
from newsdesk.domain.snippet import Snippet
from newsdesk.storage.database import Database
from tests.storage.making import Clock


def snippet(name: str, ordinal: int = 0, language: str | None = None) -> Snippet:
    text = f"{name}:\n\n{{{{cursor}}}}"
    return Snippet(
        id=SnippetId(uuid7()), name=name, language=language, text_md=text, ordinal=ordinal
    )


@pytest.mark.parametrize("language", [None, "fr"])
def test_a_snippet_comes_back_as_it_went(database: Database, language: str | None) -> None:
    with database.transaction() as work:
        kept = snippet("Conférence", 3, language)
        saved = work.snippets.save(kept)
    assert saved == replace(kept, version=1)
    with database.reading() as work:
        assert work.snippets.get(kept.id) == saved


def test_snippets_stand_in_the_order_they_were_given(database: Database) -> None:
    with database.transaction() as work:
        for name, ordinal in (("last", 2), ("first", 0), ("second", 1)):
            work.snippets.save(snippet(name, ordinal))
        assert [one.name for one in work.snippets.all()] == ["first", "second", "last"]


def test_a_snippet_that_somebody_else_changed_is_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        mine = work.snippets.save(snippet("Sign-off"))
        work.snippets.save(replace(mine, name="Farewell"))
        with pytest.raises(StaleError):
            work.snippets.save(replace(mine, name="Goodbye"))


def test_a_snippet_that_was_put_away_leaves_the_list(database: Database, clock: Clock) -> None:
    with database.transaction() as work:
        saved = work.snippets.save(snippet("Sign-off"))
        work.snippets.delete(saved.id, at=clock(), by="dana")
        assert work.snippets.all() == []
        work.snippets.save(work.snippets.get(saved.id))
        assert [one.name for one in work.snippets.all()] == ["Sign-off"]
