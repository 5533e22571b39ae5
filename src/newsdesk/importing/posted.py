"""When a page says it was put up, and by whom."""

import re
from dataclasses import dataclass
from datetime import date

from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dates import DateReading, find_date
from newsdesk.importing.furniture import is_release_label
from newsdesk.importing.wording import alternatives

_LONGEST = 200
_LABELS = r"""
# English
posted|published|updated|last (?:updated|modified)|first published|released|release date|issued
date(?: of (?:publication|issue))?
# French
publiée?|mise? (?:en ligne|à jour)|date de publication
# Spanish, Portuguese
publicad[oa]|fecha(?: de publicación)?|actualizado|atualizado|data de publicação
# German
veröffentlicht|stand|datum|erstellt
# Italian
pubblicato|data(?: di pubblicazione)?|aggiornato
# Russian, Arabic
опубликовано|дата(?: публикации)?|обновлено|نشر|نُشر|تاريخ(?: النشر)?
# Chinese, Japanese
发布(?:时间|日期|于)?|發佈(?:時間|日期)?|发表于|更新(?:时间|日期|日)?|公開日|掲載日|配信日|発表日
"""
_LABEL = re.compile(
    rf"(?:{alternatives(_LABELS)})(?:\s?[:：]|\s(?=\d|[^\W\d_]))"
    r"(?:\s?(?:by|on|at|le|el|em|am|il|в|في|от)(?!\w))*\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|par|por|von|di|da|автор|от|بقلم|作者|文)\s?[:：]?(?P<name>\s[^,|.\d]{3,60})?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"\d{1,3}\s?(?:min(?:ute)?s?\.?(?: (?:read|de lecture|de lectura|di lettura))?|分钟|分)",
    re.IGNORECASE,
)
_EDGES = " \t,.;:،，|•·–—-()[]（）"
_ZONE_NAMES = frozenset({"AM", "PM", "BY", "IN", "ON", "AT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedReading:
    """A line that says nothing but when (and by whom) something was issued."""

    reading: DateReading
    is_posting: bool  # labelled or timed: a page's line, not the date of the release itself
    byline: str | None = None
    confidence: Confidence = Confidence.HIGH

    @property
    def date(self) -> date | None:
        return self.reading.date

    @property
    def local(self) -> str | None:
        """The printed time in ISO 8601; no zone is implied."""
        if self.reading.date is None:
            return None
        if self.reading.time is None:
            return self.reading.date.isoformat()
        return f"{self.reading.date.isoformat()}T{self.reading.time.isoformat()}"

    @property
    def zone(self) -> str | None:
        zone = self.reading.zone
        return None if zone is None or zone.upper() in _ZONE_NAMES else zone


def read_posted(text: str, language: str) -> PostedReading | None:
    """Return the date that is all of a line, with its label, time and author."""
    if len(text) > _LONGEST:
        return None
    label = _LABEL.match(text)
    words = text[label.end() :] if label else text
    reading = find_date(words, language)
    if reading is None or reading.date is None:
        return None
    before = words[: reading.start].strip(_EDGES)
    after = words[max(reading.end, reading.time_end) :].strip(_EDGES)
    byline = None
    for rest in (before, after):
        known, name = _known(rest)
        if not known:
            return None
        byline = byline or name
    is_page = _BY.fullmatch(after) is not None or _READING_TIME.search(after) is not None
    is_posting = bool(label) or reading.time is not None or is_page
    return PostedReading(
        reading=reading, is_posting=is_posting, byline=byline, confidence=reading.confidence
    )


def read_byline(text: str) -> str | None:
    """Return the author that a line of its own names: `By Jane Roe`."""
    match = _BY.fullmatch(text.strip()) if len(text) < 80 and text[:1].isupper() else None
    name = (match["name"] or "").strip() if match else ""
    return name if name and " " in name and name[0].isupper() else None


def _known(rest: str) -> tuple[bool, str | None]:
    """Tell whether what stands beside a date is expected there, and whom it names."""
    if not rest:
        return True, None
    parts = [part.strip(_EDGES) for part in re.split(r"[|•·]", rest)]
    name = None
    for part in parts:
        if match := _BY.fullmatch(part):
            name = (match["name"] or "").strip() or name
        elif part and not (_READING_TIME.fullmatch(part) or is_release_label(part)):
            return False, None
    return True, name
