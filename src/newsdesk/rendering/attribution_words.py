"""How ten languages put a quote and who said it into one sentence: to be checked by native editors.

What stands around the quote has the places `{verb}`, `{who}`, `{title}`; a language without a form
of its own gets a dash, which needs no verb. To add a language, add a line to `_FORMS`; what is said
in it has to be found by `find_quotes`, which the tests hold against it.
"""

from dataclasses import dataclass

from newsdesk.domain.language import base

_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionForm:
    """The sentence of one language.

    `verbs` has the usual one first. Where a verb tells a man from a woman one that does not comes
    before those that do: whoever writes chooses, we do not guess.
    """

    before: str = ""
    behind: str = ""
    verbs: tuple[str, ...] = ()
    drops: str = ""  # marks that do not stand at the end of the words that were said
    adds: str = ""  # what stands there instead, inside the quotation marks
    comma: str = ""  # behind the closing mark, where the sentence goes on
    keeps_comma: bool = False  # also behind a question
    is_title_first: bool = False  # office and role run on into the name without a mark
    title_comma: str = ", "  # between name, role and office; behind the role if that comes first
    join: str = " "  # between lines that are one


_BEHIND = " {verb} {who}{title}."

_FORMS = {
    "en": AttributionForm(
        behind=_BEHIND,
        verbs=("said", "says", "added", "explained", "noted", "stressed", "warned"),
        drops=".,;:",
        adds=",",
    ),
    "fr": AttributionForm(
        behind=_BEHIND,
        verbs=("a affirmé", "a déclaré", "a souligné", "a expliqué", "a ajouté", "a précisé"),
        drops=".,;:",
        comma=",",
    ),
    "es": AttributionForm(
        behind=_BEHIND,
        verbs=("dijo", "afirmó", "señaló", "explicó", "añadió", "subrayó"),
        drops=".,;:",
        comma=",",
        keeps_comma=True,
    ),
    "pt": AttributionForm(
        behind=_BEHIND,
        verbs=("disse", "afirmou", "destacou", "explicou", "acrescentou", "sublinhou"),
        drops=".,;:",
        comma=",",
        keeps_comma=True,
    ),
    "it": AttributionForm(
        behind=_BEHIND,
        verbs=("ha dichiarato", "ha detto", "ha affermato", "ha spiegato", "ha aggiunto"),
        drops=".,;:",
        comma=",",
        keeps_comma=True,
    ),
    "de": AttributionForm(
        behind=_BEHIND,
        verbs=("sagte", "erklärte", "betonte", "ergänzte", "so"),
        drops=".,;:",
        comma=",",
        keeps_comma=True,
    ),
    "ru": AttributionForm(
        behind=f"{_NO_BREAK}— {{verb}} {{who}}{{title}}.",
        verbs=(
            *("говорит", "отмечает", "подчеркивает", "поясняет", "добавляет"),
            *("сказал", "сказала", "отметил", "отметила", "подчеркнул", "подчеркнула"),
        ),
        drops=".,;:",
        comma=",",
    ),
    "ar": AttributionForm(
        before="{verb} {who}{title}: ",
        behind=".",
        verbs=(
            "بحسب",
            *("قال", "قالت", "صرّح", "صرّحت", "أكد", "أكدت"),
            *("أوضح", "أوضحت", "أضاف", "أضافت"),
        ),
        drops=".,;:،؛",
        title_comma="، ",
    ),
    "zh": AttributionForm(
        before="{title}{who}{verb}：",
        verbs=("表示", "指出", "说", "强调", "介绍", "补充道"),
        drops=".,;:，；：",
        adds="。",
        is_title_first=True,
        title_comma="",
        join="",
    ),
    "zh-Hant": AttributionForm(
        before="{title}{who}{verb}：",
        verbs=("表示", "指出", "說", "強調", "介紹", "補充道"),
        drops=".,;:，；：",
        adds="。",
        is_title_first=True,
        title_comma="",
        join="",
    ),
    "ja": AttributionForm(
        before="{title}{who}は",
        behind="と{verb}。",
        verbs=("述べています", "述べました", "話しています", "語りました", "説明しています"),
        drops=".,。、",
        is_title_first=True,
        title_comma="の",
        join="",
    ),
}
_IN_TRADITIONAL_SIGNS = frozenset({"zh-Hant", "zh-TW", "zh-HK", "zh-MO"})
_WITHOUT_VERB = AttributionForm(behind=" – {who}{title}")


def attribution_form(language: str) -> AttributionForm:
    """Return the form for a BCP 47 tag."""
    if language in _IN_TRADITIONAL_SIGNS:
        return _FORMS["zh-Hant"]
    return _FORMS.get(base(language), _WITHOUT_VERB)
