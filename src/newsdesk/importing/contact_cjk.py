"""Chinese and Japanese contact lines: office, function and name without capitals or commas."""

import re
from collections.abc import Callable, Iterator

_HAN = r"\u4e00-\u9fff々"
_KANA = r"\u30a0-\u30ff"
_WIDE = re.compile(rf"[\u3040-\u30ff{_HAN}]")
_NAME = re.compile(rf"[{_HAN}]{{2,5}}")
_PART_OF_NAME = re.compile(rf"[{_HAN}]{{1,3}}")
_FOREIGN = re.compile(rf"[{_KANA}{_HAN}]{{1,10}}(?:[·・‧=＝][{_KANA}{_HAN}]{{1,10}}){{1,3}}")
_OFFICE = re.compile(
    r"[部局社院室処處司厅廳课課组組科团團所店省市县県区町村庁署]$"
    r"|公司|会社|中心|办公|辦公|集团|集團|大学|大學|媒体|媒體|新闻|新聞|广报|広報|报道|報道|センター|グループ"
    r"|网站|網站|链接|連結|下载|详情|信息|サイト|页|科技$|传媒$|傳媒$|股份$|控股$|能源$|网络$|電子$|电子$|医药$|实业$|物流$|保险$|证券$|航空$|航运$|协会|協会|協會|学会|委员会|委員会|財団|基金|银行|銀行|支援|事務"
)
_ROLE = re.compile(
    r"[長长]$|担当者?$|責任者$|主任$|经理$|經理$|总监$|總監$|发言人$|發言人$|专员$|專員$|秘书$|秘書$|代表$|主管$|顾问$"
)
_VILLAGE_NAME = re.compile(rf"[{_HAN}]{{1,2}}村")
_COURTESY = re.compile(r"(?:先生|女士|小姐|同志|様|さん|氏)$")
_LABELLED = re.compile(r"(?:担当者?|責任者|氏名|姓名|联系人|聯絡人|联络人)\s?[:：]?\s?")
_OFFICE_THEN_NAME = re.compile(
    rf"(?P<office>.*(?:[部局課室处處科]|公司|中心|センター))(?P<name>[{_HAN}]{{2,4}})"
)
_ROLE_THEN_NAME = re.compile(
    rf"(?P<role>[{_HAN}]*(?:担当者?|部長|部长|室長|課長|局長|局长|主任|经理|經理|总监|總監|发言人|發言人))(?P<name>[{_HAN}]{{2,4}})"
)
_BETWEEN = re.compile(r"[\s\u3000（）()\[\]【】/／：:]+")
_MARKS = re.compile(r"^[■□◆◇▼●○・※＜<【\s]+")

_LONGEST_PLAIN = 3  # characters; a longer word before an office is its organisation

PERSON, ROLE, OFFICE = "person", "role", "office"


def is_cjk(text: str) -> bool:
    """Tell whether a segment is mostly Chinese or Japanese."""
    return len(_WIDE.findall(text)) * 2 > len(text.replace(" ", ""))


def cjk_parts(segment: str, is_place: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Return `(kind, words)` from left to right, the kinds being those of `PartKind`."""
    words: list[tuple[str, str]] = []
    is_announced = False
    for token in _BETWEEN.split(_MARKS.sub("", segment)):
        bare = _LABELLED.sub("", token, count=1) if _LABELLED.match(token) else token
        was_announced, is_announced = is_announced, False
        if not bare:
            is_announced = bool(token)
        elif bare != token or was_announced or _COURTESY.search(bare):
            words.append((PERSON, _COURTESY.sub("", bare)))
        elif is_place(bare):
            words.append((OFFICE, bare))
        else:
            words.extend(_classified(bare))
            is_announced = _ROLE.search(bare) is not None and bare.endswith(("担当", "担当者"))
    yield from _joined(words)


def _classified(token: str) -> Iterator[tuple[str, str]]:
    if _ROLE.search(token):
        yield ROLE, token
    elif _VILLAGE_NAME.fullmatch(token):
        yield PERSON, token  # 中村, 野々村
    elif _OFFICE.search(token):
        split = _OFFICE_THEN_NAME.fullmatch(token)
        if split and not _OFFICE.search(split["name"]) and not _ROLE.search(split["name"]):
            yield OFFICE, split["office"]
            yield PERSON, split["name"]
        else:
            yield OFFICE, token
    elif split := _ROLE_THEN_NAME.fullmatch(token):
        yield ROLE, split["role"]
        yield PERSON, split["name"]
    elif _NAME.fullmatch(token) or _FOREIGN.fullmatch(token):
        yield PERSON, token
    elif _PART_OF_NAME.fullmatch(token):
        yield "", token
    else:
        yield OFFICE, token


def _joined(words: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """`山田 太郎` is one name, `港湾局 広報部` one office."""
    at = 0
    while at < len(words):
        kind, text = words[at]
        if kind == PERSON and len(text) > _LONGEST_PLAIN and words[at + 1 : at + 2]:
            kind = OFFICE if words[at + 1][0] == OFFICE and "·" not in text else kind
        while kind == OFFICE and words[at + 1 : at + 2] and words[at + 1][0] == OFFICE:
            at += 1
            text = f"{text} {words[at][1]}"
        following = words[at + 1] if at + 1 < len(words) else (OFFICE, "")
        are_halves = kind in {PERSON, ""} and following[0] in {PERSON, ""}
        if are_halves and all(_PART_OF_NAME.fullmatch(half) for half in (text, following[1])):
            yield PERSON, f"{text} {following[1]}"
            at += 2
        else:
            yield kind or OFFICE, text
            at += 1
