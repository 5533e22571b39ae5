"""Whether every word of a source is in its draft, or in what the draft says was left out.

Words are counted: one that stands twice in the source and once in the draft is lost. Body and
standing texts count as they are; what was taken out of the body counts by its finding, which holds
it as it stood. Letters count whatever their case, accents and width, and a Chinese or Japanese
character is a word, as lines of them are joined without a space. Marks are no words, so a hyphen
that was mended makes no difference.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from newsdesk.domain.provenance import Finding, FindingKind
from newsdesk.importing.draft import Draft

_WORD = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff]"  # before any other letter: they need no spaces
    r"|[^\W_\u2e80-\u9fff\uf900-\ufaff]+"
)
_TOLD = "told"  # the flag of a finding that rests on nothing in the text


def words(text: str) -> Counter[str]:
    """Return how often each word stands in `text`."""
    letters = "".join(filter(_is_seen, unicodedata.normalize("NFKD", text)))
    return Counter(_WORD.findall(unicodedata.normalize("NFC", letters.casefold())))


def kept(draft: Draft) -> Counter[str]:
    """Return how often a word stands in a draft and in what it says was left out."""
    return sum((words(text) for text in _texts(draft)), Counter[str]())


def lost(source: str, drafts: Iterable[Draft]) -> Counter[str]:
    """Return what stands in `source` more often than in the drafts made of it."""
    return words(source) - sum(map(kept, drafts), Counter[str]())


def _texts(draft: Draft) -> Iterator[str]:
    yield draft.body_md
    yield from (finding.text for finding in draft.findings if _took(finding, draft))


def _took(finding: Finding, draft: Draft) -> bool:
    """Tell whether what a finding says is nowhere in the body."""
    is_out = finding.kind is FindingKind.FURNITURE or _TOLD in finding.flags
    return is_out or (draft.dissection is not None and finding in draft.dissection.findings)


def _is_seen(char: str) -> bool:
    """Leave out accents, and what nobody can see: joiners, marks of direction, controls."""
    kind = unicodedata.category(char)
    return char.isspace() or kind not in {"Mn", "Me", "Cf", "Cc", "Cs"}
