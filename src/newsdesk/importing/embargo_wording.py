"""How ten languages say until when a release is under embargo; see `wording.py` for the form."""

import re

from newsdesk.domain.fold import fold
from newsdesk.importing.wording import alternatives

_EMBARGO = r"""
# English
embargo(?:ed)?|under embargo
# French, Spanish, Portuguese, Italian
sous embargo|bajo embargo|embargad[oa]|sob embargo|sotto embargo
# German
sperrfrist|sperrvermerk|gesperrt|sendesperrfrist
# Russian, Arabic
эмбарго|под эмбарго|محظور(?: النشر)?|حظر (?:ال)?نشر
# Chinese, Japanese
禁运|禁運|报道禁令|发布禁令|發布禁令|(?:報道)?解禁(?:日時?)?
"""
_NOT_BEFORE = r"""
# English
(?:strictly )?not (?:for|to be) (?:publication|publi(?:cation|shed)|release[d]?|broadcast)(?: or
   \w+)? (?:before|until|prior to)
# French, Spanish, Portuguese, Italian
ne pas (?:diffuser|publier) avant|no (?:publicar|difundir) antes|não (?:publicar|divulgar) antes
non (?:pubblicare|diffondere) prima
# German, Russian
(?:bitte )?nicht (?:vor|veröffentlichen vor)|frei(?:gegeben)? ab|не публиковать до
# Arabic
ليس للنشر قبل|لا ينشر قبل
"""
_UP_TO = (
    r"until|till|jusqu['’](?:à|au?)|hasta(?: el)?|até|fino al?(?:le)?|bis|до|حتى|至|del?|d[ao]s?"
)
_LIFTED = r"\W{1,3}(?:(?:is|was|has been|now) ){0,2}(?:lifted|levé|levantado|aufgehoben|снято)\b"
_RELEASED = r"(?:for|not for) (?:release|publication) "
_NOTICE = r"(?:not for (?:publication|release)\s?[:–—-]{1,2}\s?)?(?:strict(?:ly)? )?(?:under )?"
_END = r"(?![^\W\d_\u3040-\u9fff])"
_WORD = rf"(?:{alternatives(_EMBARGO)}){_END}(?!{_LIFTED})\s?:?\s?(?:{_RELEASED})?"
_BEFORE = rf"(?:{alternatives(_NOT_BEFORE)})\b"
UNTIL = re.compile(
    rf"\W{{0,6}}{_NOTICE}(?:{_WORD}(?:{_UP_TO}|before)?{_END}|{_BEFORE})\s?:?\s?", re.IGNORECASE
)
# "PRESS RELEASE – embargoed until …": behind other words only with a word for until
UNTIL_LABELLED = re.compile(
    r"\W{0,6}[^\W\d_]+(?: [^\W\d_]+){0,4}\s?(?:[:|–—]|--?)\s"
    rf"{_NOTICE}(?:{_WORD}(?:{_UP_TO}|before){_END}|{_BEFORE})\s?:?\s?",
    re.IGNORECASE,
)
# 2016年3月2日11:00前不得发布
UNTIL_BEHIND = re.compile(
    r"(?:之?前|以前)(?:不得|请勿|請勿|禁止)(?:发布|發布|发表|報道|报道|公开).{0,6}$"
    r"|(?:まで|以前の)(?:報道|公表|掲載)?(?:禁止|解禁).{0,4}$"
)

_HOURS = r"(?:hrs?\.?|hours|uhr|h(?![a-z])|ore|時|时|点)"
_CITY = r"[^()（）\d,،，:/|]{2,30}?"
_ROMANCE = r"heure (?:locale )?d(?:e |['’])|hora (?:local )?d[eo] |ora (?:locale )?di "
_PLACE_TIMES = (  # each names its city in a group of its own
    rf"(?P<city_en>{_CITY}) ?(?:time(?![a-z])|zeit(?![a-z])|标准时间|時間|时间|標準時)",
    rf"(?:{_ROMANCE})(?P<city_fr>{_CITY})(?=\s?[)）,]|\s(?:le|del?|on|d[oa]s?)\s|\s?$|\s?\|)",
    rf"بتوقيت (?P<city_ar>{_CITY})(?=\s?[)،,]|\s(?:يوم|من|في)\s|\s?$|\s?\|)",
    r"по (?P<city_ru>[а-я]{3,20}скому) времени",
    rf"(?<=[(（])(?P<city_alone>{_CITY})(?=[)）])",
)
CITY_GROUPS = ("city_en", "city_fr", "city_ar", "city_ru", "city_alone")
_OFFSET = r"UTC\s?(?P<offset>[+−-]\d{1,2}(?::\d\d)?)"
ZONES: dict[str, tuple[str, int | None]] = {  # abbreviation -> zone, hours from UTC
    "CET": ("Europe/Berlin", 1),
    "CEST": ("Europe/Berlin", 2),
    "MEZ": ("Europe/Berlin", 1),
    "MESZ": ("Europe/Berlin", 2),
    "GMT": ("UTC", 0),
    "UTC": ("UTC", 0),
    "BST": ("Europe/London", 1),
    "EST": ("America/New_York", -5),
    "EDT": ("America/New_York", -4),
    "ET": ("America/New_York", None),
    "PST": ("America/Los_Angeles", -8),
    "PDT": ("America/Los_Angeles", -7),
    "MSK": ("Europe/Moscow", 3),
    "МСК": ("Europe/Moscow", 3),
    "JST": ("Asia/Tokyo", 9),
}
ZONES_BY_WORD = {
    fold(word): zone
    for word, zone in {
        "日本": "Asia/Tokyo",
        "格林尼治": "UTC",
        "グリニッジ": "UTC",
        "غرينتش": "UTC",
        "московскому": "Europe/Moscow",
        "Greenwich": "UTC",
    }.items()
}
_ZONES = "|".join(sorted(ZONES, key=len, reverse=True))
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[0-2]?\d)(?:\s?[:.h時时点]\s?(?P<minute>[0-5]\d))?"
    rf"(?P<hundred>(?<=\d\d)[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\.?)?\s?(?P<hours>{_HOURS})?"
    rf"[\s,，]?(?:[(（]?(?P<zone>{_ZONES})(?![\w+−-])[)）]?)?"
    rf"(?:\s?[(（]?(?:{'|'.join(_PLACE_TIMES)}))?"
    rf"(?:[,，]?\s?[(（]?{_OFFSET})?(?:\s?[)）])?",
    re.IGNORECASE,
)
FILLERS = re.compile(
    r"(?:(?<!\w)(?:on|at|the|and|until|am|le|à|el|(?:a )?las?|um|del?|d[ao]s?|il|ore|alle|às|as|em"
    r"|o|в|г|года|يوم|الساعة|في|من|م|mit|for|release|publication|not|uhr|hrs|hours|h)(?!\w)"
    r"|[\s/,،，;.()（）–—*_#|:-])+",
    re.IGNORECASE,
)
