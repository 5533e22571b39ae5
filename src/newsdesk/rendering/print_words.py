"""What printed pages have in their margins, in each language: to be checked by native editors."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWords:
    """The fixed words of one language."""

    language: str
    page: str  # {page} and {pages} are where the numbers go
    kinds: Mapping[Profile, str]


_PROFILES = (
    Profile.PRESS_RELEASE,
    Profile.STATEMENT,
    Profile.MEDIA_ADVISORY,
    Profile.BRIEFING_NOTE,
    Profile.OP_ED,
)
_WORDS = {
    language: PrintWords(
        language=language, page=page, kinds=dict(zip(_PROFILES, kinds, strict=True))
    )
    for language, page, *kinds in (
        (
            *("en", "Page {page} of {pages}"),
            *("Press release", "Statement", "Media advisory", "Briefing note", "Op-ed"),
        ),
        (
            *("fr", "Page {page} sur {pages}", "Communiqué de presse", "Déclaration"),
            *("Avis aux médias", "Note d’information", "Tribune"),
        ),
        (
            *("es", "Página {page} de {pages}", "Comunicado de prensa", "Declaración"),
            *("Aviso a los medios", "Nota informativa", "Tribuna"),
        ),
        (
            *("ar", "صفحة {page} من {pages}", "بيان صحفي", "تصريح"),
            *("إشعار إعلامي", "مذكرة إحاطة", "مقال رأي"),
        ),
        (
            *("ru", "Страница {page} из {pages}", "Пресс-релиз", "Заявление"),
            *("Уведомление для СМИ", "Информационная записка", "Авторская статья"),
        ),
        (
            *("zh", "第 {page} 页，共 {pages} 页", "新闻稿", "声明"),
            *("媒体通告", "背景简报", "评论文章"),
        ),
        (
            *("de", "Seite {page} von {pages}", "Pressemitteilung", "Erklärung"),
            *("Medienhinweis", "Hintergrundpapier", "Gastbeitrag"),
        ),
    )
}


def print_words(language: str, newsroom: Newsroom) -> PrintWords:
    """Return the words of a language, of its fallback in this newsroom, or of English."""
    for tag in (language, newsroom.fallbacks.get(language, "")):
        words = _WORDS.get(tag) or _WORDS.get(base(tag))
        if words is not None:
            return words
    return _WORDS["en"]
