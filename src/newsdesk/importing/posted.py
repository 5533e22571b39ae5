"""When a page says it was put up, and by whom."""

import re
from dataclasses import dataclass
from datetime import date

from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dates import DateReading, find_date
from newsdesk.importing.furniture import is_navigation, is_release_label
from newsdesk.importing.wording import alternatives

_LONGEST = 200
_LABELS = r"""
# English
posted|published|updated|last (?:updated|modified)|first published|released|release date|issued
date(?: (?:of (?:publication|issue)|publish(?:ed)?|posted|issued))?|publi(?:shed|cation) date
publication
# French
publiée?|mise? (?:en ligne|à jour)|date(?: de (?:publication|parution|diffusion))?|parue?|diffusée?
dernière (?:mise à jour|modification)
# Spanish, Portuguese
publicad[oa]|fecha(?: de publicación)?|actualizad[oa]|última (?:actualización|modificación)
publicación|atualizad[oa]|data de publicação|publicação|última (?:atualização|modificação)
# German
veröffentlicht|stand|datum|erstellt|erschienen|aktualisiert|geändert|(?:veröffentlichungs
  |erscheinungs)datum|letzte (?:aktualisierung|änderung)|online seit
# Italian
pubblicat[oa]|data(?: di pubblicazione)?|aggiornat[oa]|ultimo aggiornamento|pubblicazione
# Russian, Arabic
опубликован[оа]?|дата(?: публикации)?|обновлен[оа]?|размещено|последнее обновление
نشرت?|نُشرت?|تم (?:النشر|التحديث)|تاريخ(?: (?:النشر|الإصدار|التحديث))?|آخر تحديث|صدر|التاريخ
# Chinese, Japanese
发布(?:时间|日期|于)?|發[佈布](?:時間|日期|於)?|发表(?:于|时间|日期)|更新(?:时间|日期|日時?)?|(?:日期|时间|時間)
公開日時?|掲載日時?|配信日時?|(?:報道)?発表日時?|投稿日時?|公表日|作成日|発行日
"""
_LABEL = re.compile(
    rf"(?:{alternatives(_LABELS)})(?:\s?[:：]|\s(?=\d|[^\W\d_]))"
    r"(?:\s?(?:by|on|at|le|el|em|am|il|в|في|от|de|du|del|di|vom)(?!\w))*\s*",
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
_RELEASE_OF = re.compile(r"\s(?:vom|of|from|dated|du|del|de|di|от|em|am)$", re.IGNORECASE)
_SENT_BY = re.compile(r"(?:来源|來源|出典|發布機關|发布机构|作者|編輯|编辑)\s?[:：]\s?\S{1,30}")
# 来源：港务局　浏览次数：1358　字体：【大 中 小】
_CHINESE_FIELD = re.compile(r"[\u4e00-\u9fff]{2,6}\s?[:：]\S{0,30}|[【\[]?[大中小】\]]{1,3}")
_POSTED_BY = re.compile(
    r"(?:posted|published|written|publié|publicado|veröffentlicht|pubblicato|опубликовано) "
    r"(?:by|par|por|von|da)\b[^.\d]{1,60}?\s(?:on|in|le|el|em|am|il)\s",
    re.IGNORECASE,
)
_NEAR = 16  # characters before the day: its weekday
_TRAILING_LABEL = re.compile(rf"(?:{alternatives(_LABELS)})\s?[:：]?$", re.IGNORECASE)
_ZONE_WORDS = re.compile(
    r"(?:[ECMP]|Eastern|Central|Mountain|Pacific|British Summer|Greenwich Mean) ?"
    r"(?:(?:Standard|Daylight)? ?Time|T)|(?:heure|hora|ora) [^\W\d_][^\d,|]{3,30}"
    r"|[^\W\d_]{4,20}(?:zeit|time)",
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
        known, name = _known(rest, language)
        if not known:
            return None
        byline = byline or name
    is_page = _BY.fullmatch(after) is not None or _READING_TIME.search(after) is not None
    is_posting = bool(label) or reading.time is not None or is_page
    return PostedReading(
        reading=reading, is_posting=is_posting, byline=byline, confidence=reading.confidence
    )


def read_posted_by(text: str, language: str) -> PostedReading | None:
    """Return what `Posted by Newsroom on 17 May 2012 at 8:05. Filed under …` says: all a page's."""
    opening = _POSTED_BY.match(text[:_LONGEST])
    reading = find_date(text[opening.end() : _LONGEST], language) if opening else None
    if opening is None or reading is None or reading.date is None or reading.start > _NEAR:
        return None
    return PostedReading(reading=reading, is_posting=True, confidence=reading.confidence)


def read_byline(text: str) -> str | None:
    """Return the author that a line of its own names: `By Jane Roe`."""
    match = _BY.fullmatch(text.strip()) if len(text) < 80 and text[:1].isupper() else None
    name = (match["name"] or "").strip() if match else ""
    return name if name and " " in name and name[0].isupper() else None


def _known(rest: str, language: str) -> tuple[bool, str | None]:
    """Tell whether what stands beside a date is expected there, and whom it names."""
    if not rest:
        return True, None
    parts = [part.strip(_EDGES) for part in re.split(r"[|•·]", rest)]
    name = None
    for part in parts:
        if match := _BY.fullmatch(part):
            name = (match["name"] or "").strip() or name
        elif part and not (_is_expected(part) or _is_dated_again(part, language)):
            return False, None
    return True, name


def _is_expected(part: str) -> bool:
    """Tell whether words beside a date say nothing of their own: labels, zones, who sent it."""
    if _READING_TIME.fullmatch(part) or _ZONE_WORDS.fullmatch(part) or _SENT_BY.fullmatch(part):
        return True
    if all(map(_CHINESE_FIELD.fullmatch, part.split())):
        return True
    bare = _RELEASE_OF.sub("", _TRAILING_LABEL.sub("", _SENT_BY.sub("", part)).strip(_EDGES))
    return not bare or is_release_label(bare) or is_navigation(bare)


def _is_dated_again(part: str, language: str) -> bool:
    """`Updated 6 May 2025`, behind the date of posting."""
    label = _LABEL.match(part)
    reading = find_date(part[label.end() :], language) if label else None
    if label is None or reading is None:
        return False
    rest = part[label.end() :]
    return not (rest[: reading.start] + rest[max(reading.end, reading.time_end) :]).strip(_EDGES)
