"""A published release as schema.org describes it, for search engines.

Only what is public and known: a property without a value is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.fold import fold
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Profile, Release
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.exporting.addresses import web_address
from newsdesk.exporting.format import ExportSource
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.quotes import find_quotes

Property = str | int | Sequence["Property"] | Mapping[str, "Property"] | None

_GENRES = {
    Profile.PRESS_RELEASE: "Press release",
    Profile.STATEMENT: "Statement",
    Profile.MEDIA_ADVISORY: "Media advisory",
    Profile.BRIEFING_NOTE: "Briefing note",
    Profile.OP_ED: "Op-ed",
}
_TELEPHONE = (PointKind.PHONE, PointKind.MOBILE, PointKind.WHATSAPP)
_SECTIONS = (Scheme.THEME, Scheme.CATEGORY)
_SUBJECTS = (Scheme.THEME, Scheme.IPTC_MEDIATOPIC)
_PLACES = (Scheme.REGION, Scheme.COUNTRY)


def news_article(source: ExportSource) -> dict[str, Property]:
    """Return the properties of a release that is for everybody."""
    release, rendered, newsroom = source.release, source.rendered, source.newsroom
    address = web_address(release.web_url)
    issuer = _issuer(release, newsroom)
    return _with_values(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": release.uri,
            "identifier": release.uri,
            "url": address,
            "mainEntityOfPage": {"@type": "WebPage", "@id": address} if address else None,
            "headline": rendered.headline,
            "alternativeHeadline": one_line(release.subheadline or ""),
            "abstract": one_line(release.abstract or ""),
            "description": rendered.description,
            "genre": _GENRES[release.profile],
            "inLanguage": rendered.language,
            "dateline": rendered.dateline_words,
            "datePublished": to_the_second(rendered.published),
            "dateModified": to_the_second(rendered.modified),
            "author": _author(release, newsroom),
            "publisher": issuer,
            "sourceOrganization": issuer,
            "locationCreated": _places(release),
            "contentLocation": [_named("Place", term, release) for term in _of(release, *_PLACES)],
            "articleSection": [_name(term, release) for term in _of(release, *_SECTIONS)],
            "about": [_named("Thing", term, release) for term in _of(release, *_SUBJECTS)],
            "keywords": [_name(term, release) for term in _of(release, Scheme.TAG)],
            "mentions": [{"@type": "Person", "name": name} for name in quoted_people(release)],
            "translationOfWork": _translated(release),
            "version": source.revision,
            "wordCount": rendered.word_count,
            "articleBody": rendered.body_text,
        }
    )


def as_script(properties: Mapping[str, Property]) -> str:
    """Return JSON that may stand inside a script element: nothing in it can end the element."""
    text = json.dumps(properties, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def to_the_second(instant: datetime | None) -> str:
    """Return an instant with its offset; "" for none."""
    return instant.isoformat(timespec="seconds") if instant else ""


def quoted_people(release: Release) -> tuple[str, ...]:
    """Return who speaks in the body, each once, in the order they speak."""
    quotes = find_quotes(release.body_md, release.language)
    return tuple(dict.fromkeys(one_line(quote.speaker) for quote in quotes if quote.speaker))


def _issuer(release: Release, newsroom: Newsroom) -> Property:
    properties = _with_values(
        {
            "name": one_line(newsroom.issuer),
            "alternateName": _unless_same(newsroom.short_name, newsroom.issuer),
            "url": web_address(newsroom.site_url),
            "contactPoint": list(filter(None, map(_contact_point, release.contacts))),
        }
    )
    return {"@type": "Organization", **properties} if properties else None


def _contact_point(contact: ReleaseContact) -> Property:
    points = contact.exported_points
    ways = _with_values(
        {
            "telephone": _one_or_all(_values(points, *_TELEPHONE)),
            "faxNumber": _one_or_all(_values(points, PointKind.FAX)),
            "email": _one_or_all(_values(points, PointKind.EMAIL)),
            "url": _one_or_all(_web(points)),
        }
    )
    if not ways:
        return None
    name = one_line(contact.display_name) or one_line(contact.office or "")
    return _with_values({"@type": "ContactPoint", "contactType": "press", "name": name, **ways})


def _values(points: Sequence[ContactPoint], *kinds: PointKind) -> list[str]:
    return [value for one in points if one.kind in kinds and (value := one_line(one.value))]


def _web(points: Sequence[ContactPoint]) -> list[str]:
    return list(filter(None, map(web_address, _values(points, PointKind.WEB))))


def _author(release: Release, newsroom: Newsroom) -> Property:
    byline = one_line(release.byline or "")
    if not byline:
        return None
    own = {fold(newsroom.organisation), fold(newsroom.short_name)}
    return {"@type": "Organization" if fold(byline) in own else "Person", "name": byline}


def _places(release: Release) -> Property:
    return _one_or_all([_place(one, release) for one in release.dateline.places])


def _place(place: Place, release: Release) -> Property:
    address = _with_values(
        {
            "@type": "PostalAddress",
            "addressLocality": one_line(place.city or ""),
            "addressCountry": place.country_code,
        }
    )
    return {"@type": "Place", "name": one_line(place.name(release.language)), "address": address}


def _of(release: Release, *schemes: Scheme) -> Iterator[Term]:
    """Yield the terms of these schemes that have a name, scheme by scheme."""
    for scheme in schemes:
        for term in release.terms:
            if term.scheme is scheme and _name(term, release):
                yield term


def _name(term: Term, release: Release) -> str:
    return one_line(term.name(release.language)) if term.names else ""


def _named(kind: str, term: Term, release: Release) -> Property:
    name = _name(term, release)
    return _with_values({"@type": kind, "name": name, "sameAs": web_address(term.uri)})


def _translated(release: Release) -> Property:
    return {"@id": release.translated_from.urn} if release.translated_from else None


def _unless_same(name: str, other: str) -> str:
    return one_line(name) if name != other else ""


def _one_or_all(items: Sequence[Property]) -> Property:
    return items[0] if len(items) == 1 else items


def _with_values(properties: Mapping[str, Property]) -> dict[str, Property]:
    """Return the properties that have a value; a count of none is one."""
    return {name: value for name, value in properties.items() if value or value == 0}
