"""A few numbers that two copies of a release have in common, to find one by the other.

They are stored, so what is made of a text must stay the same: a change to it, or to `fold`, comes
with a migration, which makes all of them again.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from newsdesk.domain.release import Release
from newsdesk.domain.shingles import FEWEST, runs, words
from newsdesk.domain.web_address import page_of

SKETCH = 16
"""Runs that stand for a whole text: those with the lowest checksums, so that texts which share
runs share some of these."""


def fingerprints(headline: str, body_md: str, addresses: Iterable[str | None]) -> frozenset[int]:
    """Return the numbers of a text and of the pages it stands on, each fit for a 64-bit column."""
    pages = filter(None, map(page_of, addresses))
    return _of_text(headline, body_md) | {_hash(f"page {page}") for page in pages}


def addresses_of(release: Release) -> tuple[str, ...]:
    """Return every web address that a release is known to stand at."""
    sources = ((source.address, source.short_address) for source in release.provenance)
    found = (release.web_url, *(address for pair in sources for address in pair))
    return tuple(dict.fromkeys(filter(None, found)))


@lru_cache(maxsize=16)  # looked for, then stored
def _of_text(headline: str, body_md: str) -> frozenset[int]:
    if len(found := runs(body_md)) >= FEWEST:
        # what orders them need not tell them apart
        by_checksum = dict(zip(map(crc32, map(str.encode, found)), found, strict=True))
        return frozenset(_hash(by_checksum[lowest]) for lowest in sorted(by_checksum)[:SKETCH])
    whole = " ".join([*words(headline), *words(body_md)])
    return frozenset({_hash(f"text {whole}")}) if whole else frozenset()


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
