"""A few numbers that two copies of a release have in common, to find one by the other.

They are stored, so what is made of a text must stay the same: a change to it, or to `fold`, comes
with a migration, which makes all of them again.
"""

from collections.abc import Iterable
from hashlib import blake2b
from itertools import accumulate
from threading import Lock
from zlib import crc32

from newsdesk.domain.release import Release
from newsdesk.domain.shingles import FEWEST, RUN, words
from newsdesk.domain.web_address import page_of

SKETCH = 16
"""Runs that stand for a whole text: those with the lowest checksums, so that texts which share
runs share some of these."""

_REMEMBERED = 2_000_000  # characters of texts: they are read ahead, looked for, then stored


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


def sketch(body_md: str) -> frozenset[int]:
    """Return the fingerprints of a text that is long enough to be told by its runs, else none."""
    found = _sketches.of(body_md)
    if found is None:
        found = _sketched(body_md)
        _sketches.keep(body_md, found)
    return found


def remember(body_md: str, found: frozenset[int]) -> None:
    """Know the sketch of a text, which was made elsewhere: in the process that read it."""
    _sketches.keep(body_md, found)


class _Sketches:
    """What was made of the last texts: one thread reads them, another one stores them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: dict[str, frozenset[int]] = {}
        self._characters = 0

    def of(self, text: str) -> frozenset[int] | None:
        return self._found.get(text)

    def keep(self, text: str, found: frozenset[int]) -> None:
        with self._lock:
            if self._characters + len(text) > _REMEMBERED:
                self._found.clear()
                self._characters = 0
            self._characters += len(text) if text not in self._found else 0
            self._found[text] = found


_sketches = _Sketches()


def _sketched(body_md: str) -> frozenset[int]:
    by_checksum = _runs(words(body_md))
    if len(by_checksum) < FEWEST:
        return frozenset()
    return frozenset(_hash(by_checksum[lowest]) for lowest in sorted(by_checksum)[:SKETCH])


def _of_text(headline: str, body_md: str) -> frozenset[int]:
    if found := sketch(body_md):
        return found
    whole = " ".join([*words(headline), *words(body_md)])
    return frozenset({_hash(f"text {whole}".encode())}) if whole else frozenset()


def _runs(found: list[str]) -> dict[int, bytes]:
    """Return the runs of a text by their checksums: what orders them need not tell them apart.

    It is what a save costs most of, hence pieces of one text instead of `runs`, put together anew.
    """
    text = " ".join(found).encode()
    starts = list(accumulate((len(word) + 1 for word in map(str.encode, found)), initial=0))
    runs = [text[start : end - 1] for start, end in zip(starts, starts[RUN:], strict=False)]
    return dict(zip(map(crc32, runs), runs, strict=True))


def _hash(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=8).digest(), "big", signed=True)
