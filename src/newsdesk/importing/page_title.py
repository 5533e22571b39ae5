"""Which of a page's titles is the headline, without the name of the site in it."""

import re
from collections.abc import Sequence

from newsdesk.domain.fold import fold
from newsdesk.importing.page_metadata import PageMetadata, Said

_PARTING = re.compile(r"\s+[|–—·•:»«-]+\s+|\s*[|»«｜：]\s*|(?<=\S):\s+|\s+::\s+")
_LONG = 24  # letters; a shorter title may end a heading by chance
_HALF = 0.5
_LONGEST = 400  # characters of a line that may be a headline
_LONGEST_KICKER = 60  # letters before a headline in one heading


def headline_of(
    metadata: PageMetadata, headings: Sequence[str], lines: Sequence[str] = ()
) -> Said | None:
    """Return the title that the page shows too; None if it shows another one, or none.

    Where the page has no heading it is the first title, without the name of the site.

    Args:
        headings: the texts of its first-order headings, in their order.
        lines: whatever else it shows; of a title at least half must be one of these.
    """
    shown = _shown(headings)
    found = [_match(metadata, shown, least=0.0), _match(metadata, _shown(lines), least=_HALF)]
    matches = [one for one in found if one]
    if matches:  # the longer one: the other may be the site's name
        return max(matches, key=lambda one: len(one.value))
    if shown or not metadata.titles:
        return None
    first = metadata.titles[0]
    return Said(_without_site(first.value, metadata), first.where)


def _shown(texts: Sequence[str]) -> list[tuple[str, str]]:
    short = [text for text in texts if len(text) <= _LONGEST]
    return [(text, letters) for text in short if (letters := _letters(text))]


def _match(
    metadata: PageMetadata, shown: Sequence[tuple[str, str]], *, least: float
) -> Said | None:
    whole_lines = {letters: text for text, letters in reversed(shown)}  # the first of several
    for title in metadata.titles:
        size = len(_letters(title.value))
        for text in _forms(title.value, metadata.site_names):
            letters = _letters(text)
            if len(letters) < size * least or not letters:
                continue
            if letters in whole_lines:
                return Said(whole_lines[letters], title.where)
            if len(letters) < _LONG:
                continue
            for line in whole_lines:
                if line.endswith(letters) and len(line) - len(letters) <= _LONGEST_KICKER:
                    return Said(text, title.where)
    return None


def _forms(title: str, site_names: Sequence[str]) -> list[str]:
    """Return a title and what is left of it without its last and first parts."""
    forms = [title]
    for parting in _PARTING.finditer(title):
        forms += [title[: parting.start()], title[parting.end() :]]
    sites = {_letters(name) for name in site_names}
    return sorted(
        {form for form in forms if form and _letters(form) not in sites}, key=len, reverse=True
    )


def _without_site(title: str, metadata: PageMetadata) -> str:
    """Return a title without the site's name at its end or beginning.

    Where the page does not name itself, what another of its titles leaves out is taken for that.
    """
    sites = {_letters(name) for name in metadata.site_names}
    others = {_letters(one.value) for one in metadata.titles[1:]}
    for parting in _PARTING.finditer(title):
        before, behind = title[: parting.start()], title[parting.end() :]
        if _letters(behind) in sites or _letters(before) in others:
            return before
        if _letters(before) in sites or _letters(behind) in others:
            return behind
    last = list(_PARTING.finditer(title))
    if last and last[-1][0].strip() in {"|", "｜"}:
        return title[: last[-1].start()]  # no headline has that sign
    return title


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
