"""Tags, keywords and categories as pages list them."""

import re
from dataclasses import dataclass

from newsdesk.importing.wording import alternatives

_LONGEST = 1_500
_LONGEST_TERM = 60
_MOST_TERMS = 60
_TAG_LABELS = r"""
# English
tags?|keywords?|key words|topics?|related topics
# French, Spanish, Portuguese, Italian
mots[- ]clés|étiquettes|etiquetas|palabras clave|palavras-chave|parole chiave
# German
schlagwörter|schlagworte?|stichwörter|stichworte
# Russian, Arabic
теги|метки|ключевые слова|الوسوم|وسوم|الكلمات (?:المفتاحية|الدلالية)
# Chinese, Japanese
标签|标籤|標籤|关键词|關鍵詞|關鍵字|タグ|キーワード
"""
_CATEGORY_LABELS = r"""
categor(?:y|ies)|catégories?|rubriques?|categorías?|categorias?|categori[ae]|kategorien?|themen
рубрик[аи]|категори[ия]|التصنيفات?|الأقسام|分类|分類|カテゴリー?
"""
_FILED_UNDER = r"""
(?:filed|posted) (?:under|in)|classé dans|archivado en|arquivado em|archiviato in
"""
_TAGS = re.compile(rf"(?:{alternatives(_TAG_LABELS)})\s?[:：]\s*", re.IGNORECASE)
_CATEGORIES = re.compile(
    rf"(?:(?:{alternatives(_FILED_UNDER)})\s?:?|(?:{alternatives(_CATEGORY_LABELS)})\s?[:：])\s*",
    re.IGNORECASE,
)
_FILED = re.compile(r"\b(?:filed under|posted in)\s+(?P<terms>[^.]{1,200})\.", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;|،、，；•·]\s*|\s+[/]\s+")
_HASHTAGS = re.compile(r"(?:#[\w-]{2,60}[\s,]*){1,30}")
_EDGES = " \t.#,;:|"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsReading:
    """What a line files a text under; empty tags are dropped."""

    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    is_whole: bool = True  # False: the line says more, all of it the page's


def read_terms(text: str) -> TermsReading | None:
    """Return the terms that a paragraph lists, None if it is no such list."""
    if len(text) > _LONGEST:
        return None
    if _HASHTAGS.fullmatch(text):
        return TermsReading(tags=_terms(text.replace("#", ",")))
    if match := _TAGS.match(text):
        terms = _terms(text[match.end() :])
        return None if _is_prose(text[match.end() :]) else TermsReading(tags=terms)
    if (match := _CATEGORIES.match(text)) and not _is_prose(text[match.end() :]):
        return TermsReading(categories=_terms(text[match.end() :]))
    if (filed := _FILED.search(text)) and not _is_prose(filed["terms"]):
        return TermsReading(categories=_terms(filed["terms"]), is_whole=False)
    return None


def _terms(text: str) -> tuple[str, ...]:
    found = (term.strip(_EDGES) for term in _BETWEEN.split(text))
    return tuple(dict.fromkeys(term for term in found if term))[:_MOST_TERMS]


def _is_prose(text: str) -> bool:
    terms = [term.strip() for term in _BETWEEN.split(text)]
    return any(len(term) > _LONGEST_TERM or ". " in term for term in terms)
