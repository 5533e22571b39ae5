"""Mails to draw from, with the words of their release; whole, oddly made and torn."""

import html
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart

from hypothesis import strategies as st

from tests.importing.page_grammar import fragments
from tests.importing.text_grammar import LANGUAGES, headlines, releases

_ENCODINGS = ("quoted-printable", "base64", "8bit")
_DAYS = (
    "Tue, 06 May 2014 14:20:11 +0200",
    "6 May 14 14:20 EST",
    "yesterday",
    "",
)
_HOSTILE = (
    b"\n\n--",
    b"Content-Type: multipart/mixed; boundary=\n",
    b"Content-Type: text/plain; charset=no-such-one\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Subject: =?utf-8?b?////?=\n",
    b"Subject: =?utf-8?q?Hi=0D=0ABcc:_x@example.org?=\n",
    b"=?",
    b"=\n",
    b"\0",
    b"\xff\xfe",
    b"Date: Thu, 99 Foo 99999 99:99:99 +9999\n",
)


@dataclass(frozen=True, slots=True)
class Mail:
    raw: bytes
    words: str  # of its subject and text


@st.composite
def mails(draw: st.DrawFn) -> Mail:
    """A mail of plain text, of HTML or of both; maybe with a picture, maybe in another mail."""
    subject = draw(st.sampled_from(LANGUAGES).flatmap(headlines))
    mail = EmailMessage()
    mail["From"] = draw(
        st.sampled_from(("Press desk <press@example.org>", '"広報" <k@example.org>'))
    )
    mail["To"] = "undisclosed-recipients:;"
    mail["Subject"] = subject
    if day := draw(st.sampled_from(_DAYS)):
        mail["Date"] = day
    text = draw(_text(mail))
    if draw(st.booleans()):
        mail.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{number}")  # the one it would take by itself is drawn
    raw = mail.as_bytes()
    if draw(st.booleans()):
        raw = raw.replace(b"\n", b"\r\n")
    return Mail(raw, f"{subject}\n{text}")


@st.composite
def _text(draw: st.DrawFn, part: MIMEPart) -> str:
    """Fill a mail and return what is read in it."""
    kind = draw(st.sampled_from(("plain", "html", "both")))
    cte = draw(st.sampled_from(_ENCODINGS))
    if kind == "html":
        page = draw(fragments())
        part.set_content(f"<html><body>{page.source}</body></html>", subtype="html", cte=cte)
        return page.main
    text = "\n".join(draw(releases()).splitlines())
    part.set_content(text, charset="utf-8", cte=cte)
    if kind == "both":
        lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line)
        part.add_alternative(lines, subtype="html", cte=cte)
    return text


@st.composite
def torn(draw: st.DrawFn, mail: Mail) -> bytes:
    """The bytes of a mail that came only in part, or with something driven through it."""
    at = draw(st.integers(0, len(mail.raw)))
    junk = draw(st.binary(max_size=6) | st.sampled_from(_HOSTILE))
    return mail.raw[:at] + junk + draw(st.sampled_from((mail.raw[at:], b"")))
