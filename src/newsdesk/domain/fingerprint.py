"""A few numbers that two copies of a release have in common, to find one by the other.

They are stored, so what is made of a text must stay the same: a change to it, or to `fold`, comes
with a migration, which makes all of them again.
"""

from collections.abc import Iterable
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from newsdesk.domain.release import Release
from newsdesk.domain.shingles import FEWEST, each_run, words
from newsdesk.domain.text_memory import TextMemory
from newsdesk.domain.web_address import page_of

SKETCH = 16
"""Runs that stand for a whole text: those with the lowest checksums, so that texts which share
runs share some of these."""


def fingerprints(headline: str, body_md: str, addresses: Iterable[str | None]) -> frozenset[int]:
    """Return the numbers of a text and of the pages it stands on, each fit for a 64-bit column."""
    pages = filter(None, map(page_of, addresses))
    return _of_text(headline, body_md) | {
        _hash(f"page {page}".encode("utf-8", "replace")) for page in pages
    }


def addresses_of(release: Release) -> tuple[str, ...]:
    """Return every web address that a release is known to stand at."""
    sources = ((source.address, source.short_address) for source in release.provenance)
    found = (release.web_url, *(address for pair in sources for address in pair))
    return tuple(dict.fromkeys(filter(None, found)))


def _sketched(body_md: str) -> frozenset[int]:
    by_checksum = _runs(words(body_md))
    if len(by_checksum) < FEWEST:
        return frozenset()
    return frozenset(_hash(by_checksum[lowest]) for lowest in nsmallest(SKETCH, by_checksum))


sketch = TextMemory(_sketched)
"""Return the fingerprints of a text that is long enough to be told by its runs, else none."""


def _of_text(headline: str, body_md: str) -> frozenset[int]:
    if found := sketch(body_md):
        return found
    whole = " ".join([*words(headline), *words(body_md)])
    return frozenset({_hash(f"text {whole}".encode())}) if whole else frozenset()


def _runs(found: list[str]) -> dict[int, bytes]:
    """Return the runs of a text by their checksums: what orders them need not tell them apart."""
    runs = list(map(b" ".join, each_run(list(map(str.encode, found)))))
    return dict(zip(map(crc32, runs), runs, strict=True))


def _hash(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=8).digest(), "big", signed=True)
