"""A published release as networks and messengers show it when its address is shared."""

from collections.abc import Iterator

from newsdesk.domain.language import base
from newsdesk.domain.vocabulary import Scheme
from newsdesk.exporting.addresses import web_address
from newsdesk.exporting.format import ExportSource
from newsdesk.exporting.json_ld import to_the_second
from newsdesk.rendering.one_line import one_line

_LOCALES = {  # where the territory is not the language's own name; from the network's list
    "ar": "ar_AR", "be": "be_BY", "bn": "bn_IN", "bs": "bs_BA", "ca": "ca_ES", "cs": "cs_CZ",
    "da": "da_DK", "el": "el_GR", "en": "en_GB", "et": "et_EE", "eu": "eu_ES", "fa": "fa_IR",
    "ga": "ga_IE", "gl": "gl_ES", "he": "he_IL", "hi": "hi_IN", "hy": "hy_AM", "ja": "ja_JP",
    "ka": "ka_GE", "kk": "kk_KZ", "km": "km_KH", "ko": "ko_KR", "ku": "ku_TR", "ky": "ky_KG",
    "ms": "ms_MY", "my": "my_MM", "nb": "nb_NO", "ne": "ne_NP", "nn": "nn_NO", "ps": "ps_AF",
    "si": "si_LK", "sl": "sl_SI", "sq": "sq_AL", "sr": "sr_RS", "sv": "sv_SE", "sw": "sw_KE",
    "ta": "ta_IN", "te": "te_IN", "tg": "tg_TJ", "tl": "tl_PH", "uk": "uk_UA", "ur": "ur_PK",
    "vi": "vi_VN", "zh": "zh_CN", "zh-Hant": "zh_TW", "am": "am_ET", "so": "so_SO", "rw": "rw_RW",
}  # fmt: skip
_OWN_NAME = frozenset({
    "az", "bg", "de", "es", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv", "mk", "mn", "mt",
    "nl", "pl", "pt", "ro", "ru", "sk", "th", "tr", "uz",
})  # fmt: skip


def open_graph(source: ExportSource) -> Iterator[tuple[str, str]]:
    """Yield the properties of a release that is for everybody, those that have a value."""
    release, rendered, newsroom = source.release, source.rendered, source.newsroom
    pairs = [
        ("og:type", "article"),
        ("og:site_name", one_line(newsroom.issuer)),
        ("og:title", rendered.headline),
        ("og:description", rendered.description),
        ("og:url", web_address(release.web_url)),
        ("og:locale", og_locale(rendered.language)),
        ("article:published_time", to_the_second(rendered.published)),
        ("article:modified_time", to_the_second(rendered.modified)),
        ("article:author", web_address(release.byline)),
        ("article:section", next(_names(source, Scheme.THEME), "")),
        *(("article:tag", name) for name in _names(source, Scheme.TAG)),
    ]
    for name, value in pairs:
        if value:
            yield name, value


def og_locale(tag: str) -> str:
    """Return `pt_BR`, or the usual country of a language alone; "" where nobody knows one."""
    language, *rest = tag.split("-")
    for part in rest:
        if len(part) == 2 and part.isalpha():
            return f"{language.lower()}_{part.upper()}"
    known = _LOCALES.get("-".join((language, *rest[:1]))) or _LOCALES.get(base(tag))
    if known is None and base(tag) in _OWN_NAME:
        return f"{base(tag)}_{base(tag).upper()}"
    return known or ""


def _names(source: ExportSource, scheme: Scheme) -> Iterator[str]:
    for term in source.release.terms:
        if term.scheme is scheme and term.names:
            name = one_line(term.name(source.rendered.language))
            if name:
                yield name
