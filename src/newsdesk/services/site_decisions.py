"""Sites whose pages are brought in without asking, as the house decided.

They stand among the settings of the house, not of a machine: that the pages of a site are read
rightly holds on every desk, like the releases that came in under the decision. A site is a host,
not a domain: the offices under one domain have pages of their own make.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import FieldError
from newsdesk.domain.provenance import Confidence, FindingKind, SourceKind
from newsdesk.domain.web_address import site_of
from newsdesk.importing.draft import Draft
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

SETTING = "unasked_sites"


class SiteDecisionService:
    """Remembers, lists and forgets for which sites nobody is asked any more."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> tuple[str, ...]:
        """Return the hosts, in the order of their letters."""
        with self._workplace.database.reading() as work:
            return tuple(sorted(work.newsroom.get().unasked_sites))

    def remember(self, address: str) -> tuple[str, Changes]:
        """Never ask again about pages of the site of `address`, and return its host.

        Raises:
            FieldError: that is no web address.
        """
        site = read_site(address)
        with self._workplace.database.transaction() as work:
            changes = _set(work, {*work.newsroom.get().unasked_sites, site})
        return site, changes

    def forget(self, site: str) -> Changes:
        """Ask about its pages again; nothing happens if that is done already."""
        with self._workplace.database.transaction() as work:
            return _set(work, {*work.newsroom.get().unasked_sites} - {site})

    def covers(self, draft: Draft) -> bool:
        """Tell whether a draft may be stored without being shown first.

        The decision is about pages, as far as they are read without a doubt: one with a doubtful
        finding, without a headline, or with an embargo, which nobody may overlook, is shown all the
        same. Whether the text is here already is another question.
        """
        if draft.kind is not SourceKind.PAGE or draft.embargo or not draft.headline:
            return False
        if any(
            finding.kind is FindingKind.EMBARGO
            or (finding.confidence is Confidence.LOW and finding.kind is not FindingKind.QUOTE)
            for finding in draft.findings
        ):
            return False
        return site_of(draft.address) in self.all()


def read_site(text: str) -> str:
    """Return the host that a person named, or gave an address on; raise `FieldError`."""
    is_named = not any(sign in text.strip() for sign in (" ", "@", "://"))  # by its host
    site = site_of(text) or (site_of(f"https://{text.strip()}") if is_named else None)
    if site is None:
        raise FieldError(SETTING, text, ["example.org"])
    return site


def _set(work: "UnitOfWork", sites: set[str]) -> Changes:
    newsroom = work.newsroom.get()
    if sites == set(newsroom.unasked_sites):
        return Changes()
    work.newsroom.save(replace(newsroom, unasked_sites=tuple(sorted(sites))))
    return Changes.of(Subject.NEWSROOM)
