import pytest

from newsdesk.domain.vocabulary import Scheme
from newsdesk.ui.scheme_words import scheme_name


@pytest.mark.parametrize("scheme", Scheme)
def test_every_vocabulary_has_a_name(scheme: Scheme) -> None:
    assert scheme_name(scheme)[0].isupper()
