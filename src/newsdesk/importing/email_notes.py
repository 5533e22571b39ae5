"""What people write above a release that they send on, and programs below it."""

import re

from newsdesk.importing.wording import alternatives

_NOTES = r"""
# English, German, French
please (?:find|see)|(?:find|see) (?:below|attached)|(?:release|text) (?:is )?(?:below|attached)
anbei|im anhang|nachfolgend|untenstehend|nachstehend|beigefügt
(?:veuillez|vous) trouver(?:ez)?|ci-(?:joint|dessous|après)|en pièce jointe
# Spanish, Italian, Portuguese
adjunt\w+|a continuación|le enviamos|in allegato|di seguito|qui sotto|em anexo|segue|abaixo
# Russian, Arabic, Chinese, Japanese
во вложении|ниже|направля(?:ем|ю)|مرفق|فيما يلي|أدناه|附件|如下|以下の通り|添付|下記
"""
_GREETINGS = r"""
dear|hello|hi|(?:dear )?colleagues|sehr geehrte[rs]?|liebe[rs]?|guten tag|hallo
bonjour|madame|monsieur|ch(?:er|ère|ers|ères)|bonsoir|buenos días|estimad[oa]s?|hola|querid[oa]s?
buongiorno|gentil[ei]|car[oaie]|bom dia|boa tarde|prezad[oa]s?|car[oa]s
здравствуйте|добрый день|уважаем\w+|коллеги|السلام|تحية|السادة|您好|大家好|各位|尊敬的|お世話
"""
_GOODBYES = r"""
best|kind|warm|(?:many )?thanks|thank you|regards|cheers|yours|sincerely
mit (?:freundlichen|besten|herzlichen)|(?:viele|beste|freundliche|herzliche|liebe) grüße|danke|gruß
cordialement|bien à|salutations|merci|saludos|un saludo|atentamente|gracias
cordiali|distinti|saluti|un saluto|grazie|atenciosamente|cumprimentos|abraços?|obrigad[oa]
с уважением|всего доброго|спасибо|مع التحية|وتفضلوا|شكرا|此致|敬礼|祝好|谢谢|敬具|よろしく
"""
_DEVICES = r"""
sent from (?:my|outlook|mail|yahoo)|get outlook for|von meinem .{1,40} gesendet|gesendet (?:von|mit)
envoyé (?:de|depuis) mon|enviado (?:desde|do) (?:mi|meu)|inviato da
отправлено (?:с|из)|أرسلت? من|发自我的|發自我的|[\w ]{1,40}から送信
"""
_NOTE = re.compile(rf"(?<!\w)(?:{alternatives(_NOTES)})", re.IGNORECASE)
_CJK_NOTE = re.compile(r"附件|如下|以下の通り|添付|下記")  # no space stands before them
_GREETING = re.compile(rf"(?:{alternatives(_GREETINGS)})", re.IGNORECASE)
_GOODBYE = re.compile(rf"(?:{alternatives(_GOODBYES)})", re.IGNORECASE)
_DEVICE = re.compile(rf"\n\s*(?:{alternatives(_DEVICES)})[^\n]{{0,80}}\s*\Z", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"(\n[ \t]*(?:\n[ \t]*)+)")
_LONGEST_NOTE = 400  # characters of a paragraph above a release
_LONGEST_LINE = 80  # characters of a greeting or a goodbye
_MOST_ABOVE = 6  # paragraphs
_TAIL = 300  # characters at the end of a mail


def without_note(text: str) -> tuple[str, str]:
    """Return a text without the note above it, and that note: "please find below", a goodbye.

    A note begins the text, perhaps after a greeting; what is longer above than below is no note.
    """
    parts = _PARAGRAPH_END.split(text, maxsplit=_MOST_ABOVE)
    paragraphs, gaps = parts[::2], parts[1::2]
    last = len(paragraphs) - 1
    at = 0
    while at < last and _is_line(_GREETING, paragraphs[at]) and not _is_note(paragraphs[at]):
        at += 1
    if at >= last or not _is_note(paragraphs[at]):
        return text, ""
    end = at + 1
    while end < last and _is_line(_GOODBYE, paragraphs[end]):
        end += 1
    above = sum(map(len, paragraphs[:end])) + sum(map(len, gaps[:end]))
    note, rest = text[:above], text[above:]
    return (rest, note.strip()) if len(rest.strip()) > len(note) else (text, "")


def without_device(text: str) -> tuple[str, str]:
    """Return a text without the last line, if that only says what it was written on; and that."""
    found = _DEVICE.search(text, max(0, len(text) - _TAIL))
    return (text[: found.start()], found[0].strip()) if found else (text, "")


def _is_line(pattern: re.Pattern[str], paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_LINE and pattern.match(paragraph) is not None


def _is_note(paragraph: str) -> bool:
    is_short = len(paragraph) <= _LONGEST_NOTE
    return is_short and bool(_NOTE.search(paragraph) or _CJK_NOTE.search(paragraph))
