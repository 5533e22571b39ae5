"""Tags, keywords and categories as pages list them."""

import re
from dataclasses import dataclass

from newsdesk.importing.wording import alternatives

_LONGEST = 1_500
_LONGEST_TERM = 60
_MOST_TERMS = 60
_TAG_LABELS = r"""
# English
tags?|keywords?|key words|topics?|related topics|article tags
# French, Spanish, Portuguese, Italian
mots[- ]cl(?:é|ef)s|étiquettes|sujets|etiquetas|palabras clave|palavras[- ]chave|marcadores
assuntos|parole chiave|argomenti|etichette|temi
# German
schlagwörter|schlagworte?|stichwörter|stichworte|keywörter
# Russian, Arabic
т[еэ]ги|метки|ключевые слова|الوسوم|وسوم|(?:ال)?كلمات (?:ال)?(?:مفتاحية|دلالية)|العلامات
# Chinese, Japanese
关键字|話題|话题|ハッシュタグ
标签|标籤|標籤|关键词|關鍵詞|關鍵字|タグ|キーワード
"""
_CATEGORY_LABELS = r"""
categor(?:y|ies)|catégories?|rubriques?|categorías?|categorias?|categori[ae]|kategorien?|themen
rubri(?:k|ken)|th[èe]mes?|thématiques?|sección|secciones|seções|seção|sezion[ei]|sections?
рубрик[аи]|категори[ия]|раздел(?:ы)?|(?:ال)?تصنيف(?:ات)?|(?:ال)?أقسام|القسم|الفئة|الفئات
分类|分類|栏目|欄目|类别|類別|カテゴリー?
"""
_FILED_UNDER = r"""
(?:filed|posted) (?:under|in)|classé dans|archivado en|arquivado em|archiviato in
publié dans|publicado en|publicado em|pubblicato in|veröffentlicht in|abgelegt (?:unter|in)
опубликовано в рубрике|نشر في قسم
"""
_TAGGED = r"tagged(?: with| as)?|tagué|etiquetado (?:como|en)|marcado (?:como|com)"
_TAGS = re.compile(
    rf"(?:(?:{alternatives(_TAG_LABELS)})\s?[:：]|(?:{_TAGGED})(?:\s?:|\s(?=\S)))\s*",
    re.IGNORECASE,
)
_CATEGORIES = re.compile(
    rf"(?:(?:{alternatives(_FILED_UNDER)})\s?:?|(?:{alternatives(_CATEGORY_LABELS)})\s?[:：])\s*",
    re.IGNORECASE,
)
_FILED = re.compile(r"\b(?:filed under|posted in)\s+(?P<terms>[^.]{1,200})\.", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;|،、，；•·]\s*|\s+[/]\s+")
_HASHTAGS = re.compile(r"(?:#[\w-]{2,60}[\s,]*){1,30}")
_WIDE = re.compile(r"[\u3040-\u9fff]")
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
        is_list = match[0].rstrip().endswith((":", "：")) or not any(map(str.isdigit, text))
        # "Publicado em 5 de maio de 2025" lists nothing
        return TermsReading(categories=_terms(text[match.end() :])) if is_list else None
    if (filed := _FILED.search(text)) and not _is_prose(filed["terms"]):
        return TermsReading(categories=_terms(filed["terms"]), is_whole=False)
    return None


def _terms(text: str) -> tuple[str, ...]:
    parts = _BETWEEN.split(text)
    if len(parts) == 1 and _WIDE.match(text):
        parts = text.split()
    found = (term.strip(_EDGES) for term in parts)
    return tuple(dict.fromkeys(term for term in found if term))[:_MOST_TERMS]


def _is_prose(text: str) -> bool:
    terms = [term.strip() for term in _BETWEEN.split(text)]
    return any(len(term) > _LONGEST_TERM or ". " in term for term in terms)
