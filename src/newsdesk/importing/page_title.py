"""Which of a page's titles is the headline, without the name of the site in it."""

import re
from collections.abc import Sequence

from newsdesk.domain.fold import fold
from newsdesk.importing.page_metadata import PageMetadata, Said

_PARTING = re.compile(r"\s+[|–—·•:»«-]+\s+|\s*[|»«｜：]\s*|(?<=\S):\s+|\s+::\s+")
_LONG = 24  # letters; a shorter title may end a heading by chance
_LONGEST_KICKER = 60  # letters before a headline in one heading


def headline_of(metadata: PageMetadata, headings: Sequence[str]) -> Said | None:
    """Return the title that a heading of the page shows too; None if none does.

    Where the page has no heading it is the first title, without the name of the site.

    Args:
        headings: the texts of its first-order headings, in their order.
    """
    shown = [(heading, _letters(heading)) for heading in headings if _letters(heading)]
    for title in metadata.titles:
        for text in _forms(title.value, metadata.site_names):
            letters = _letters(text)
            for heading, whole in shown:
                if whole == letters:
                    return Said(heading, title.where)
                is_kicked = len(letters) >= _LONG and len(whole) - len(letters) <= _LONGEST_KICKER
                if is_kicked and whole.endswith(letters):
                    return Said(text, title.where)
    if shown or not metadata.titles:
        return None
    first = metadata.titles[0]
    return Said(_without_site(first.value, metadata), first.where)


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
