"""The text of a mail without what mail programs and senders put around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsdesk.importing.email_notes import without_device, without_note
from newsdesk.importing.embargo import mentions_embargo
from newsdesk.importing.furniture import is_release_label
from newsdesk.importing.wording import alternatives

_PREFIXES = r"""
# English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic
re|fwd?|aw|wg|antw|tr|réf?|rv|rif|res|enc|doorst|sv|vs|vb|vl
i|r
# Russian, Arabic, Chinese, Japanese
ответ|пересл|отв|رد|إعادة توجيه|回复|回覆|答复|答覆|转发|轉寄|轉發|返信|転送
"""
_MARKS = r"ext|external|extern|externe|externo|esterno|внешн(?:ее|яя почта)"  # of a mail server
_PREFIX = re.compile(
    rf"\s*(?:(?:{alternatives(_PREFIXES)})(?:\s?\[\d{{1,3}}\]|\s?\(\d{{1,3}}\))?\s?[:：]"
    rf"|[\[(](?:{_MARKS})[\])]\s?:?)\s*",
    re.IGNORECASE,
)
_KIND = re.compile(  # "PRESS RELEASE – …"
    r"(?P<kind>[^:：|–—]{2,60}?)(?:\s?[:：|]|\s[-–—]\s)\s?|[【\[](?P<bracketed>[^】\]]{2,30})[】\]]\s?"
)
_LABELS = {
    "from": r"from|de|von|da|от(?: кого)?|من|发件人|寄件者|差出人|送信者|van|från|fra",
    "date": r"sent|date|envoyé|fecha|enviad[oa](?: el| em)?|datum|gesendet|data|inviato|дата"
    r"|отправлено|التاريخ|تاريخ الإرسال|发送时间|日期|傳送日期|日時|送信日時",
    "to": r"to|à|para|an|a|кому|إلى|收件人|收件者|宛先|aan",
    "cc": r"cc|bcc|kopie|copie|копия|نسخة|抄送|副本|reply-to|répondre à|antwort an",
    "subject": r"subject|objet|asunto|betreff|oggetto|assunto|тема|الموضوع|主题|主題|主旨|件名"
    r"|onderwerp|ämne",
}
_HEADER = re.compile(
    "|".join(
        rf"[>\s]{{0,40}}\*{{0,2}}(?:{label})\s?(?:\*\*)?\s?[:：]\s?(?:\*\*)?\s*(?P<{name}>\S.{{0,998}})"
        for name, label in _LABELS.items()
    ),
    re.IGNORECASE,
)
_MOST_FOLDED = 4  # lines that the addresses of one header go on for
_SIGNATURE = "-- "
_ATTRIBUTION = re.compile(r".{0,300}(?:@|\d).{0,300}[:：]\s*", re.DOTALL)
_QUOTED = re.compile(r"\s?>\s?")
_MANY = 3  # times as much quoted as written anew: what is quoted is what was sent on
_MUCH = 200  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class MailText:
    """The text of a mail, and what stood around it."""

    text: str
    subject: str | None = None  # of the mail that was sent on within it
    date: str | None = None  # as written there
    signature: str = ""
    left_out: tuple[str, ...] = field(default=())  # notes above, earlier mails below


def subject_parts(subject: str) -> tuple[str, str]:
    """Return the headline in a subject, and an embargo that stands before it; "" for none.

    A subject that only says that this is a press release has no headline.
    """
    subject = without_prefixes(subject)
    first, bar, rest = subject.partition("|")
    embargo = first.strip() if bar and mentions_embargo(first) else ""
    headline = rest.strip() if embargo else subject
    label = _KIND.match(headline)
    if label and is_release_label(label["kind"] or label["bracketed"]):
        headline = headline[label.end() :].strip()
    return ("" if is_release_label(headline) else headline), embargo


def without_prefixes(subject: str) -> str:
    """Return a subject without `Fwd:`, `WG:`, `TR:`, `回复：` and the like, however many."""
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject.strip()


def unflowed(text: str, *, deletes_space: bool = False) -> str:
    """Return `format=flowed` text (RFC 3676) with its paragraphs on one line each."""
    lines: list[str] = []
    is_open, depth = False, 0
    for line in text.split("\n"):
        mark = re.match(r">*", line)
        quoted = len(mark[0]) if mark else 0
        content = line[quoted:].removeprefix(" ")
        if is_open and content and quoted == depth and content != _SIGNATURE:
            lines[-1] += content
        else:
            lines.append(">" * quoted + (" " if quoted else "") + content)
        is_open = content.endswith(" ") and content != _SIGNATURE
        depth = quoted
        if is_open and deletes_space:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def mail_text(text: str, *, is_markdown: bool) -> MailText:
    """Return what a mail says by itself, or what it sends on.

    Args:
        is_markdown: it was HTML: `>` is a quotation, unless somebody is said to have written it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    read = _sent_on(MailText(text=text))
    read = _unquoted(read, is_markdown=is_markdown)
    read = read if read.subject else _sent_on(read)
    for part in (without_device, without_note):
        words, apart = part(read.text.strip("\n"))
        read = replace(read, text=words, left_out=(*read.left_out, apart))
    above, found, signature = read.text.partition(f"\n{_SIGNATURE}\n")
    if found and above.strip():
        read = replace(read, text=above, signature=signature.strip())
    return replace(read, text=read.text.strip("\n"), left_out=tuple(filter(None, read.left_out)))


def _sent_on(read: MailText) -> MailText:
    """Part a text at the head of the mail that it sends on or answers."""
    lines = read.text.split("\n")
    for at, line in enumerate(lines):
        if _HEADER.match(line) and (block := _block(lines, at)):
            values, end = block
            above, below = "\n".join(lines[:at]).strip(), "\n".join(lines[end:]).strip("\n")
            head = "\n".join(lines[at:end])
            if _letters(below) < _letters(above):
                return replace(read, text=above, left_out=(*read.left_out, f"{head}\n{below}"))
            return replace(
                read,
                text=below,
                subject=values["subject"].strip(" *"),
                date=values.get("date"),
                left_out=(*read.left_out, above, head),
            )
    return read


def _block(lines: Sequence[str], start: int) -> tuple[dict[str, str], int] | None:
    """Return the values of the head of a mail within a text and the line behind it."""
    values: dict[str, str] = {}
    folded = 0
    at = start
    while at < len(lines):
        if not lines[at].strip(" >"):  # some programs part the lines of a head
            following = _HEADER.match(lines[at + 1]) if at + 1 < len(lines) else None
            if following is None or following.lastgroup in values:
                break
            at += 1
        header = _HEADER.match(lines[at])
        name = header.lastgroup if header else None
        if header and name and name not in values:
            values[name] = header[name].rstrip()
            folded = 0
        elif folded == _MOST_FOLDED or "subject" in values:
            break
        else:
            folded += 1
        at += 1
    is_head = {"from", "subject"} <= values.keys() and len(values) > 2
    return (values, at) if is_head else None


def _unquoted(read: MailText, *, is_markdown: bool) -> MailText:
    """Leave out what is quoted, or what is not where most of it is."""
    lines = read.text.split("\n")
    quoted = [at for at, line in enumerate(lines) if _QUOTED.match(line)]
    if not quoted:
        return read
    said = _attribution(lines, quoted[0])
    inner = "\n".join(_QUOTED.sub("", lines[at], count=1) for at in quoted)
    apart = {*quoted, *said}
    own = "\n".join(line for at, line in enumerate(lines) if at not in apart)
    around = "\n".join(lines[at] for at in sorted(apart))
    if not own.strip() or _letters(inner) > max(_MUCH, _MANY * _letters(own)):
        above = "\n".join([own.strip(), *(lines[at] for at in said)])
        return replace(read, text=inner, left_out=(*read.left_out, above.strip()))
    if is_markdown and not said:
        return read
    return replace(read, text=own, left_out=(*read.left_out, around))


def _attribution(lines: Sequence[str], quoted: int) -> range:
    """Return the lines before the quoted ones that say who wrote them: one, or a folded one."""
    end = quoted
    while end and not lines[end - 1].strip():
        end -= 1
    for start in (end - 1, end - 2):
        if start >= 0 and _ATTRIBUTION.fullmatch("\n".join(lines[start:end])):
            return range(start, end)
    return range(0)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
