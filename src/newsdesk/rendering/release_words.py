"""What a release says in its own voice, in each language: to be checked by native editors."""

from dataclasses import dataclass

from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom

_THIN = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWords:
    """The fixed words of one language; `{}` is where the headline or the day goes."""

    language: str
    notes: str  # the heading above the notes to editors
    withdrawn_headline: str
    withdrawn_on: str


_WORDS = {
    "en": ReleaseWords(
        language="en",
        notes="Notes to editors",
        withdrawn_headline="Withdrawn: {}",
        withdrawn_on="This release was withdrawn on {}.",
    ),
    "fr": ReleaseWords(
        language="fr",
        notes="Notes aux rédactions",
        withdrawn_headline=f"Retiré{_THIN}: {{}}",
        withdrawn_on="Ce communiqué a été retiré le {}.",
    ),
    "es": ReleaseWords(
        language="es",
        notes="Notas para los editores",
        withdrawn_headline="Retirado: {}",
        withdrawn_on="Este comunicado se retiró el {}.",
    ),
    "ar": ReleaseWords(
        language="ar",
        notes="ملاحظات للمحررين",
        withdrawn_headline="مسحوب: {}",
        withdrawn_on="سُحب هذا البيان الصحفي في {}.",
    ),
    "ru": ReleaseWords(
        language="ru",
        notes="Примечания для редакторов",
        withdrawn_headline="Отозвано: {}",
        withdrawn_on="Этот пресс-релиз отозван {}",  # the day ends with the full stop of "г."
    ),
    "zh": ReleaseWords(
        language="zh",
        notes="编辑须知",
        withdrawn_headline="已撤回：{}",
        withdrawn_on="本新闻稿已于{}撤回。",
    ),
    "de": ReleaseWords(
        language="de",
        notes="Hinweise für die Redaktion",
        withdrawn_headline="Zurückgezogen: {}",
        withdrawn_on="Diese Mitteilung wurde am {} zurückgezogen.",
    ),
}


def release_words(language: str, newsroom: Newsroom) -> ReleaseWords:
    """Return the words of a language, of its fallback in this newsroom, or of English."""
    for tag in (language, newsroom.fallbacks.get(language, "")):
        words = _WORDS.get(tag) or _WORDS.get(base(tag))
        if words is not None:
            return words
    return _WORDS["en"]
