"""Mails, whole, oddly made and torn: read soon, and no word of their release is lost."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.draft import ImportTools
from tests.importing.kept_words import lost
from tests.importing.mail_grammar import Mail, mails, torn
from tests.importing.reading import read

FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(mail=mails())
def test_a_mail_loses_no_word(tools: ImportTools, mail: Mail) -> None:
    found, refused = read(mail.raw, "release.eml", tools)
    assert refused is None
    assert lost(mail.words, found) == Counter()


@FEWER
@given(mail=mails(), data=st.data())
def test_a_torn_mail_is_read_or_refused(
    tools: ImportTools, mail: Mail, data: st.DataObject
) -> None:
    found, refused = read(data.draw(torn(mail)), "release.eml", tools)
    assert found or refused
