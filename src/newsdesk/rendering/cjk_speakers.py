"""Who speaks in a Chinese or Japanese clause, where neither gaps nor capitals part the names."""

import re
from collections.abc import Sequence

from newsdesk.rendering.speech_words import CJK_COURTESY, CJK_TITLES, SURNAMES

_HAN = "\u4e00-\u9fff々"
_LATIN_NAME = re.compile(
    r"(?<![A-Za-zÀ-ÿ’'.-])[A-ZÀ-Þ][\w’'.-]{0,40}(?:[ ·][A-ZÀ-Þ][\w’'.-]{0,40}){0,4}$"
)
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[·・‧•][{_HAN}]{{1,8}}){{1,3}}$")
_NAME = re.compile(rf"[{_HAN}]{{2,4}}")
_BRACKET = re.compile(r"[（(][^（）()]{1,60}[）)]\s*$")
_ONLY_BRACKET = re.compile(r"\s*[（(](?P<who>[^（）()]{2,24})[）)]")
_SIGNATURE = re.compile(
    rf"(?P<office>[^。、，]{{2,30}}?[\s\u3000])?"
    rf"(?P<name>[{_HAN}]{{1,3}}[ \u3000][{_HAN}]{{1,3}}|[{_HAN}]{{2,5}})"
)
_SEPARATORS = re.compile(r"[，,、：:的\s“”\"「」《》]")
_OF_OFFICE = re.compile(r"[长長员員师師人生家者主任理授士监監裁官席记記表民工友农農手夫]$")
_ADVERB = re.compile(
    r"(?:还|還|也|则|則|就|都|并|並|曾|又|再次|进一步|進一步|同时|同時|对此|對此|随后|最后|特别|特別|笑着|日前|近日|当天|當天"
    r"|(?:在|就|于|向|对|從|从|接受|通过|通過)[^，]{0,20}|[今昨]天|[今昨]日|一再|反复|坚定地|高兴地|感慨地)$"
)
_MOST_ADVERBS = 4
_MOST_VERBS = 20  # of a clause
_REACH = 80  # characters before a verb that tell who speaks
_LONGEST = 1_000  # characters of a clause
_OFFICE = re.compile(
    r"(?:[局部社院室处處司厅廳署会會团團]|公司|集团|集團|大学|大學|中心|机构|機構|政府)$"
)
_TITLES = sorted(CJK_TITLES, key=len, reverse=True)
_WITH_KANA = re.compile(rf"[{_HAN}]{{1,4}}[\u3041-\u309f]{{1,4}}")  # 三枝みのり
_TOPIC = re.compile(
    rf"((?<=の)[{_HAN}]{{1,3}}[\u3041-\u309f]{{2,4}}?(?=は(?:[「、]|$))"
    rf"|[{_HAN}]{{1,4}}[\u3041-\u309f]{{1,4}}(?=氏|さん)|[{_HAN}\u30a0-\u30ff・=＝\s]{{2,24}}?"
    r"|(?<![A-Za-z.’'-])[A-Z][\w.’'-]{0,40}(?: [A-Z][\w.’'-]{0,40}){1,3})"
    r"(?:氏|さん)?(?:は|が|も|によると|によれば|のコメント|の談話)"
)
_NO_PERSON = (
    "社",
    "同社",
    "本件",
    "会社",
    "当社",
    "当団体",
    "団体",
    "機関",
    "協会",
    "財団",
    "省",
    "庁",
)


def chinese_speaker(clause: str, verbs: Sequence[int]) -> str | None:
    """Return who stands right before a verb: `公司首席执行官张三表示`.

    Args:
        verbs: where words of speech begin, in order.
    """
    for end in verbs[:_MOST_VERBS] or (len(clause),):
        if name := _chinese_name(clause[max(0, end - _REACH) : end]):
            return name
    return None


def japanese_speaker(clause: str) -> str | None:
    """Return the topic of a clause: `代表取締役社長の山田太郎は…と述べています`."""
    for topic in _TOPIC.finditer(clause[:_LONGEST]):
        name = topic[1].strip()
        if not _WITH_KANA.fullmatch(name):
            name = re.split(r"[のである、]\s?|\s{2,}", name)[-1]
        name = _without_titles(name).strip("・ ")
        if len(name) >= 2 and not name.endswith(_NO_PERSON):
            return name
    return None


def bracketed_speaker(clause: str) -> str | None:
    """Return who is named in a bracket that follows a quote: `（山田太郎局長）`."""
    match = _ONLY_BRACKET.match(clause)
    if match is None or any(c.isdigit() for c in match["who"]):
        return None
    name = _without_titles(re.split(r"[、，,\s]", match["who"])[-1])
    return name if _NAME.fullmatch(name) or _DOTTED.fullmatch(name) else None


def signing_speaker(line: str) -> str | None:
    """Return who is named in a line of its own below a quote: `代表取締役社長 山田 太郎`."""
    match = _SIGNATURE.fullmatch(line.strip())
    if match is None:
        return None
    return _without_titles(match["name"]) if match["office"] or " " in match["name"] else None


def _chinese_name(head: str) -> str | None:
    head = _BRACKET.sub("", head.strip(" ，,、：:。"))
    for _ in range(_MOST_ADVERBS):
        head = _ADVERB.sub("", head).strip(" ，,、")
        head = _BRACKET.sub("", head)
    for courtesy in CJK_COURTESY:
        head = head.removesuffix(courtesy).strip()
    if latin := _LATIN_NAME.search(head):
        return latin[0]
    tail = _SEPARATORS.split(head)[-1]
    bare = _behind_title(tail)
    if dotted := _DOTTED.search(bare):
        return dotted[0]
    is_office = bare in CJK_TITLES or bare[:1] in "该該本此其"
    is_office = is_office or (bare[:1] not in SURNAMES and _OFFICE.search(bare) is not None)
    if _NAME.fullmatch(bare) and not is_office:
        return bare
    return _with_surname(bare)


def _behind_title(tail: str) -> str:
    """Cut the last office off that stands before a name."""
    for title in _TITLES:
        if (at := tail.rfind(title)) >= 0 and 2 <= len(tail) - at - len(title) <= 20:
            return tail[at + len(title) :]
    return tail


def _with_surname(tail: str) -> str | None:
    """`环卫工人赵兴国`: what somebody is, then a surname and one or two characters."""
    for size in (3, 2):
        name, before = tail[-size:], tail[:-size]
        if name[:1] in SURNAMES and _NAME.fullmatch(name) and _OF_OFFICE.search(before):
            return name
    return None


def _without_titles(name: str) -> str:
    for title in _TITLES:
        if name.endswith(title) and len(name) - len(title) >= 2:
            name = name.removesuffix(title)
        elif title in name and not name.endswith(title):
            name = name.rpartition(title)[2]
    for courtesy in CJK_COURTESY:
        name = name.removesuffix(courtesy)
    return name
