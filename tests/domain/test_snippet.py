from uuid import UUID

import pytest

from newsdesk.domain.ids import SnippetId
from newsdesk.domain.snippet import Snippet


@pytest.mark.parametrize(("language", "is_of_use"), [(None, True), ("en", True), ("fr", False)])
def test_a_snippet_is_for_its_language_or_for_any(language: str | None, is_of_use: bool) -> None:
    snippet = Snippet(
        id=SnippetId(UUID(int=6)), name="Sign-off", language=language, text_md="Yours."
    )
    assert snippet.is_for("en") == is_of_use
