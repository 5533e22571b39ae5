"""E-mail files (`.eml`): the text of a mail, what it sends on, and the releases attached to it.

Whoever sent a mail is not its author: the sender is listed, never a byline. A short note beside an
attached release is no release; it is listed with the first one. What cannot be read as a release (a
picture, a PDF) is named as media.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any, cast

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import FindingKind, SourceKind
from newsdesk.importing.decoding import LARGEST
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.email_text import MailText, mail_text, subject_parts, unflowed
from newsdesk.importing.feed_fields import remark, time_of
from newsdesk.importing.html_markdown import markdown_of
from newsdesk.importing.html_media import distinct, media_in
from newsdesk.importing.media import NamedMedia
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told
from newsdesk.importing.xml_encoding import encoding_of, restored

SUFFIXES = (".eml",)
_LONGEST_HEADER = 2_000  # characters; a longer one is not looked at to its end
_MOST_BUNDLES = 60  # mails and bundles of parts, in each other or side by side
_MOST_PARTS = 5_000  # lines that may begin one
_DEEPEST = 5  # mails attached to mails
_LARGEST_HTML = 1024 * 1024  # characters
_LONGEST_NOTE = 400  # letters beside an attached release
_STUB = 0.9  # of the letters of the plain part; HTML with less is no equal of it
_BUNDLE = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)
_HEADERS = re.compile(rb"(?:\A|\n)(received|return-path|message-id|mime-version):", re.IGNORECASE)
_SENDER = re.compile(rb"(?:\A|\n)from:", re.IGNORECASE)
_HEADER_LINE = re.compile(rb"(?:From [^\n]*\n)?[A-Za-z][\w-]*:")
_ATTACHED = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".docx"}
)
_BAD_HEADER = (
    AttributeError, IndexError, LookupError, MessageError, RecursionError, TypeError, ValueError,
)  # fmt: skip


class _Careful(EmailPolicy):
    """Reads headers as they are meant, but no further than they can be meant."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value[:_LONGEST_HEADER])
        except _BAD_HEADER:  # the library has no name for what it cannot read
            return self.header_factory(name, "")


@dataclass(slots=True)
class _Parts:
    """A mail taken apart."""

    plain: list[str] = field(default_factory=list[str])
    html: list[str] = field(default_factory=list[str])
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list[tuple[str, EmailMessage]])
    files: list[tuple[str, bytes]] = field(default_factory=list[tuple[str, bytes]])
    media: list[NamedMedia] = field(default_factory=list[NamedMedia])


def opens_mail(raw: bytes) -> bool:
    """Tell whether a file is a mail, whatever its name: it has what only programs write."""
    head = raw[:8192].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    is_head = _HEADER_LINE.match(head) is not None
    return is_head and bool(_HEADERS.search(head)) and bool(_SENDER.search(head))


def drafts(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
    """Yield the releases in a mail: its own text, then those attached to it.

    Raises:
        ImportRefusedError: it is no mail, or there is nothing to read in it.
    """
    if not raw.strip():
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    if len(raw) > LARGEST:
        raise ImportRefusedError(ImportProblem.TOO_LARGE, name, f"{len(raw)} > {LARGEST}")
    if len(_BUNDLE.findall(raw)) > _MOST_BUNDLES or raw.count(b"\n--") > _MOST_PARTS:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, "too many parts")
    if not _HEADER_LINE.match(raw.lstrip()):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    yield from _drafts(_message(raw.lstrip()), name, tools, depth=0)


def _message(raw: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(raw, policy=_Careful()))


def _drafts(message: EmailMessage, name: str, tools: ImportTools, *, depth: int) -> list[Draft]:
    """Return the releases in a mail, one at least; what is refused of it is listed with them."""
    if depth > _DEEPEST:
        raise ImportRefusedError(ImportProblem.DAMAGED, name, "too deep")
    parts = _Parts()
    _take_apart(message, parts)
    own = _own_draft(message, parts, name, tools)
    others, refused = _attached(parts, name, tools, depth)
    if own is None and not others:
        raise refused[0] if refused else ImportRefusedError(ImportProblem.EMPTY, name)
    said = [
        remark(FindingKind.FIELD, one.source, "mail", "refused", one.problem.value, is_sure=False)
        for one in refused
    ]
    found = [_dated(other, own) for other in others]
    if own is not None:
        if not found or _letters(own.body_md) > _LONGEST_NOTE:
            found.insert(0, own)
        elif own.body_md:
            said.append(remark(FindingKind.FURNITURE, own.body_md, "mail", "note"))
    first = replace(found[0], findings=(*found[0].findings, *said))
    return [first, *found[1:]]


def _dated(draft: Draft, mail: Draft | None) -> Draft:
    """Return an attached release with the day of its mail, if it has none of its own."""
    if draft.posted_local or mail is None:
        return draft
    return replace(draft, posted_local=mail.posted_local, posted_tz=mail.posted_tz)


# Parts ------------------------------------------------------------------------------------------


def _take_apart(message: EmailMessage, parts: _Parts) -> None:
    """Sort the parts of a mail; those of a mail that is attached are left in it."""
    waiting = deque([message])
    while waiting:
        part = waiting.popleft()
        kind, file = part.get_content_type(), _file_name(part)
        if kind == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list):
                mails = cast("list[EmailMessage]", inner)
                parts.mails += [(file or "attached.eml", each) for each in mails]
        elif part.is_multipart():
            waiting.extendleft(reversed(cast("list[EmailMessage]", part.get_payload())))
        elif kind in {"text/plain", "text/html"} and not _is_attachment(part, file):
            text = _text(part)
            (parts.html if kind == "text/html" else parts.plain).append(text)
        else:
            _take_file(part, kind, file, parts)


def _take_file(part: EmailMessage, kind: str, file: str, parts: _Parts) -> None:
    suffix = PurePath(file).suffix.lower()
    identity = str(part.get("content-id", "")).strip("<> ")
    if suffix in _ATTACHED or (not suffix and kind in {"text/markdown", "text/plain"}):
        parts.files.append((file or "attached.txt", _payload(part)))
    elif file or identity:
        parts.media.append(NamedMedia(address=file or f"cid:{identity}"))


def _is_attachment(part: EmailMessage, file: str) -> bool:
    disposition = part.get_content_disposition()
    return disposition == "attachment" or (bool(file) and PurePath(file).suffix != "")


def _file_name(part: EmailMessage) -> str:
    """Return the name of an attachment without folders and what cannot be printed."""
    try:
        name = part.get_filename("") or ""
    except _BAD_HEADER:
        return ""
    name = "".join(char for char in name if char.isprintable())
    return PurePosixPath(PureWindowsPath(name).name).name.strip(". ")[-120:]


def _payload(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _BAD_HEADER:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> str:
    raw = _payload(part)
    charset = part.get_content_charset()
    text = restored(raw.decode(encoding_of(raw, charset), "surrogateescape")).lstrip("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        delsp = str(part.get_param("delsp", "")).lower() == "yes"
        return unflowed(text, deletes_space=delsp)
    return text


# The text of a mail -----------------------------------------------------------------------------


def _own_draft(message: EmailMessage, parts: _Parts, name: str, tools: ImportTools) -> Draft | None:
    html = "\n".join(parts.html)
    too_long, html = (html, "") if len(html) > _LARGEST_HTML else ("", html)
    plain = "\n\n".join(text.strip("\n") for text in parts.plain)
    marked = markdown_of(html) if html.strip() else ""
    is_markdown = _letters(marked) >= _STUB * _letters(plain) and bool(marked)
    mail = mail_text(marked if is_markdown else plain, is_markdown=is_markdown)
    headline, embargo = subject_parts(mail.subject or _header(message, "subject"))
    text = "\n\n".join(filter(None, [embargo, mail.text]))
    if not text.strip() and not headline:
        return None
    if not text.strip() and (parts.files or parts.mails):
        return None  # it is the headline of what is attached
    posted, zone = time_of(mail.date or _header(message, "date"), tools.default_language)
    told = Told(
        where="mail",
        headline=headline or None,
        posted_local=posted,
        posted_tz=zone,
        media=distinct((*parts.media, *media_in(html))),
    )
    draft, is_signed = _dissected(text, mail, told, name, tools, is_markdown=is_markdown)
    said = [remark(FindingKind.FURNITURE, each, "mail", "around") for each in mail.left_out]
    if mail.signature and not is_signed:
        said.append(remark(FindingKind.FURNITURE, mail.signature, "mail", "signature"))
    if too_long:
        said.append(remark(FindingKind.BODY, too_long[:300], "mail", "too_long", is_sure=False))
    if sender := _header(message, "from"):
        said.append(remark(FindingKind.FIELD, f"From: {sender}", "mail", "from"))
    return replace(draft, findings=(*draft.findings, *said))


def _dissected(
    text: str, mail: MailText, told: Told, name: str, tools: ImportTools, *, is_markdown: bool
) -> tuple[Draft, bool]:
    """Return the draft, and whether it has the signature: only if that alone has the contact."""

    def read(words: str) -> Draft:
        return dissect(
            words,
            tools=tools,
            name=name,
            kind=SourceKind.EMAIL,
            is_markdown=is_markdown,
            told=told,
        )

    draft = read(text)
    if mail.signature and not draft.contacts:
        signed = read(f"{text}\n\n{mail.signature}")
        if signed.contacts:
            return signed, True
    return draft, False


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as one line of what can be printed: it may hold what writes another one."""
    text = str(message.get(name, ""))
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


# What is attached -------------------------------------------------------------------------------


def _attached(
    parts: _Parts, name: str, tools: ImportTools, depth: int
) -> tuple[list[Draft], list[ImportRefusedError]]:
    """Return the releases that are attached, and why others could not be read."""
    from newsdesk.importing import source_of  # noqa: PLC0415 - it names this module

    found: list[Draft] = []
    refused: list[ImportRefusedError] = []
    mails = list(parts.mails)
    for file, content in parts.files:
        source = source_of(content, file)
        if source.drafts is drafts:
            mails.append((file, _message(content)))
            continue
        try:
            found += source.drafts(content, file, tools)
        except ImportRefusedError as error:
            refused.append(ImportRefusedError(error.problem, f"{name}/{file}", error.detail))
    for file, mail in mails:
        try:
            found += _drafts(mail, f"{name}/{file}", tools, depth=depth + 1)
        except ImportRefusedError as error:
            refused.append(error)
    return found, refused
