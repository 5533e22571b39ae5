"""Releases by whom they name."""

from dataclasses import replace
from datetime import timedelta

from uuid6 import uuid7

from newsdesk.domain.contact import ReleaseContact
from newsdesk.domain.ids import PersonId, QuoteId
from newsdesk.domain.quote import Quote
from newsdesk.storage.database import Database
from tests.storage.making import NOW, contact, kept, plain_release


def test_releases_are_found_by_whom_they_print_newest_first(database: Database) -> None:
    asked = contact()
    printed = (ReleaseContact.of(asked), ReleaseContact.of(asked))
    with database.transaction() as work:
        old, _ = kept(work, plain_release(contacts=printed))
        new, _ = kept(
            work, plain_release(contacts=printed, versioncreated=NOW + timedelta(hours=1))
        )
        kept(work, plain_release())
        gone, _ = kept(work, plain_release(contacts=printed))
        work.releases.trash(gone.id, NOW, "dana")
        assert work.uses.of_contacts({asked.id, uuid7()}) == [new.id, old.id]
        assert work.uses.of_contacts(set()) == []


def test_releases_are_found_by_whom_a_quote_was_sent_to(database: Database) -> None:
    key = PersonId(uuid7())
    quote = Quote(id=QuoteId(uuid7()), person_id=key, speaker_name="Pär Elm", text="Yes.")
    with database.transaction() as work:
        of_her, _ = kept(work, plain_release(quotes=(quote,)))
        kept(work, plain_release(quotes=(replace(quote, id=QuoteId(uuid7()), person_id=None),)))
        assert work.uses.of_people({key}) == [of_her.id]
