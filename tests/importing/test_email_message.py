import base64
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import Confidence, Finding, SourceKind
from newsdesk.importing import email_message
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.email_message import drafts, opens_mail
from newsdesk.importing.media import NamedMedia
from tests.importing.watchdog import AT_ONCE, allowed

SAMPLE = Path(__file__).parent / "files" / "email.eml"
RELEASE = (
    "The harbour opened today, and half the town came to see it, the office said.\n\n"
    "It stays open at night from Monday on, which it has not done for twelve years.\n"
)
NOTE = "Dear all, our release is attached. Best, Ana\n"


def mail(text: str = RELEASE, *, subject: str = "Harbour opens") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Ana Roe <ana@example.org>"
    message["Date"] = "Tue, 03 Mar 2026 09:05:00 +0100"
    message["Subject"] = subject
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    return message


def read(message: EmailMessage | bytes, tools: ImportTools) -> list[Draft]:
    raw = message if isinstance(message, bytes) else message.as_bytes()
    return list(drafts(raw, "a.eml", tools))


def written(head: str, body: bytes, tools: ImportTools) -> Draft:
    (draft,) = read(f"From: a@example.org\nSubject: One\n{head}\n\n".encode() + body, tools)
    return draft


def flagged(draft: Draft, flag: str) -> list[Finding]:
    return [one for one in draft.findings if flag in one.flags and "mail" in one.flags]


def test_a_mail_is_read_with_its_head_its_text_and_its_pictures(tools: ImportTools) -> None:
    (draft,) = drafts(SAMPLE.read_bytes(), SAMPLE.name, tools)
    assert draft.headline == "Night ferry to return – Überfahrt im Mai"
    assert (draft.kind, draft.language) == (SourceKind.EMAIL, "en")
    assert (draft.posted_local, draft.posted_tz) == ("2026-03-03T09:05:00", "+0100")
    assert [place.city for place in draft.dateline.places] == ["Geneva"]
    assert [contact.display_name for contact in draft.contacts] == ["Tom Arden"]
    assert "[the terminal](https://port.example.org/terminal)" in draft.body_md
    assert draft.media == (NamedMedia(address="ferry.jpg"),)


def test_the_sender_is_listed_and_no_byline(tools: ImportTools) -> None:
    (draft,) = read(mail(), tools)
    assert draft.byline is None
    assert [one.text for one in flagged(draft, "from")] == ["From: Ana Roe <ana@example.org>"]


def test_of_two_versions_the_one_that_says_more_is_read(tools: ImportTools) -> None:
    message = mail("Your program shows no HTML.\n")
    message.add_alternative(f"<h1>Harbour opens</h1><p>{RELEASE}</p>", subtype="html")
    (draft,) = read(message, tools)
    assert draft.body_md.startswith("The harbour opened today")
    message = mail()
    message.add_alternative("<p><a href='https://example.org'>Open it</a></p>", subtype="html")
    (draft,) = read(message, tools)
    assert draft.body_md == RELEASE.strip()


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
         b"Caf=C3=A9 opens=\n at night.", "Café opens at night."),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
         base64.b64encode("Café opens.".encode()), "Café opens."),
        ("Content-Type: text/plain; charset=windows-1252", "“Café” opens.".encode("cp1252"),
         "“Café” opens."),
        ("Content-Type: text/plain; charset=iso-8859-1", "“Café” opens.".encode("cp1252"),
         "“Café” opens."),
        ("Content-Type: text/plain; charset=iso-2022-jp", "港は今夜開く。".encode("iso-2022-jp"),
         "港は今夜開く。"),
        ("Content-Type: text/plain; charset=us-ascii", "Café öffnet.".encode(), "Café öffnet."),
        ("Content-Type: text/plain; charset=no-such", "Café öffnet.".encode(), "Café öffnet."),
        ("X-Other: 1", "Café öffnet.".encode(), "Café öffnet."),
        ("Content-Type: text/plain; format=flowed", b"One \ntwo.", "One two."),
        ("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
         "港は今 \n夜開く。".encode(), "港は今夜開く。"),
        ("Content-Transfer-Encoding: no-such", b"Text.", "Text."),
    ],
)  # fmt: skip
def test_a_text_is_decoded(tools: ImportTools, head: str, body: bytes, text: str) -> None:
    assert written(head, body, tools).body_md.replace("\\", "") == text


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("=?utf-8?q?Caf=C3=A9_opens?=", "Café opens"),
        ("=?utf-8?b?5paw6Ze7?=", "新闻"),
        ("=?iso-8859-1?q?Caf=E9?= =?utf-8?q?_opens?=", "Café opens"),
        ("Caf\n =?utf-8?q?=C3=A9?=", "Caf é"),
        ("=?utf-8?q?Hi=0D=0ABcc:_x@evil?=", "Hi Bcc: x@evil"),
        ("=?utf-8?q?Hi=00=1B[2J?=", "Hi [2J"),
        ("=?no-such?q?Hi?=", "Hi"),
        ("=?utf-8?q?broken", "=?utf-8?q?broken"),
        ("Fwd: WG: Harbour opens", "Harbour opens"),
    ],
)
def test_a_subject_is_decoded_and_writes_no_other_header(
    tools: ImportTools, subject: str, headline: str
) -> None:
    (draft,) = read(f"From: a@example.org\nSubject: {subject}\n\n{RELEASE}".encode(), tools)
    assert draft.headline == headline


def test_an_embargo_in_the_subject_is_read(tools: ImportTools) -> None:
    subject = "EMBARGOED UNTIL 11:00 CET / 10:00 GMT on 2 March 2026 | Harbour opens"
    (draft,) = read(mail(subject=subject), tools)
    assert draft.headline == "Harbour opens"
    assert draft.embargo is not None
    assert draft.embargo.until_local.isoformat() == "2026-03-02T11:00:00"


def test_without_a_headline_in_the_subject_that_of_the_text_is_taken(tools: ImportTools) -> None:
    message = mail(f"Harbour opens at night\n\n{RELEASE}", subject="Press release")
    assert [draft.headline for draft in read(message, tools)] == ["Harbour opens at night"]


def test_a_mail_that_is_sent_on_within_another_is_the_release(tools: ImportTools) -> None:
    head = "From: Bo\nSent: 2 March 2026 08:00\nTo: Ana\nSubject: Harbour opens at night"
    (draft,) = read(mail(f"{NOTE}\n{head}\n\n{RELEASE}", subject="Fwd: see this"), tools)
    assert (draft.headline, draft.body_md) == ("Harbour opens at night", RELEASE.strip())
    assert draft.posted_local == "2026-03-02T08:00:00"
    assert [one.text for one in flagged(draft, "around")] == [NOTE.strip(), head]


def test_a_mail_that_is_attached_to_another_is_the_release(tools: ImportTools) -> None:
    outer = mail(NOTE, subject="Fwd: Harbour")
    outer.add_attachment(mail(subject="Harbour opens at night"))
    (draft,) = read(outer, tools)
    assert (draft.headline, draft.body_md) == ("Harbour opens at night", RELEASE.strip())
    assert [one.text for one in flagged(draft, "note")] == [NOTE.strip()]


def test_a_signature_is_left_out_and_listed(tools: ImportTools) -> None:
    contact = "For more information: Tom Arden, Tel: +41 22 555 01 42\n"
    (draft,) = read(mail(f"{RELEASE}\n{contact}\n-- \nPort Office\nQuay 3\n"), tools)
    assert "Quay 3" not in draft.body_md
    assert [one.text for one in flagged(draft, "signature")] == ["Port Office\nQuay 3"]


def test_a_signature_that_alone_has_the_contact_is_read(tools: ImportTools) -> None:
    text = f"{RELEASE}\n-- \nTom Arden\nPort Office\nTel: +41 22 555 01 42\ntarden@example.org\n"
    (draft,) = read(mail(text), tools)
    assert [contact.display_name for contact in draft.contacts] == ["Tom Arden"]
    assert flagged(draft, "signature") == []


# Attachments ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("release.txt", RELEASE.encode()),
        ("release.md", f"# Harbour opens\n\n{RELEASE}".encode()),
        ("RELEASE.TXT", RELEASE.encode()),
        (
            "release.html",
            f"<h1>Harbour opens</h1><p>{'</p><p>'.join(RELEASE.split(chr(10) * 2))}</p>".encode(),
        ),
    ],
)
def test_an_attached_text_is_a_release_and_the_note_beside_it_is_none(
    tools: ImportTools, file: str, content: bytes
) -> None:
    message = mail(NOTE)
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=file)
    (draft,) = read(message, tools)
    assert (draft.file_name, draft.body_md) == (file, RELEASE.strip())
    assert draft.posted_local == "2026-03-03T09:05:00"  # it has no day of its own
    assert [one.text for one in flagged(draft, "note")] == [NOTE.strip()]


def test_a_mail_with_a_text_of_its_own_comes_before_what_is_attached(tools: ImportTools) -> None:
    message = mail(RELEASE * 4)
    message.add_attachment("Background. " * 20, filename="background.txt")
    assert [draft.file_name for draft in read(message, tools)] == ["a.eml", "background.txt"]


def test_what_cannot_be_read_is_named(tools: ImportTools) -> None:
    message = mail()
    for file in ("release.pdf", "..\\..\\ferry.jpg", "/etc/passwd", "release.odt"):
        message.add_attachment(b"x", maintype="application", subtype="x-any", filename=file)
    message.add_attachment(b"x", maintype="image", subtype="png", cid="<logo@example.org>")
    (draft,) = read(message, tools)
    assert [one.address for one in draft.media] == [
        *("release.pdf", "ferry.jpg", "passwd", "release.odt", "cid:logo@example.org")
    ]


def test_a_release_attached_as_a_document_is_read(tools: ImportTools) -> None:
    message = mail()
    raw = (Path(__file__).parent / "files" / "docx.docx").read_bytes()
    message.add_attachment(raw, maintype="application", subtype="x-any", filename="ports.docx")
    found = read(message, tools)
    assert found[-1].headline == "Nine ports train for winter"
    assert found[-1].file_name == "ports.docx"


def test_an_attachment_that_is_refused_is_listed_and_the_rest_is_read(tools: ImportTools) -> None:
    message = mail()
    message.add_attachment(b"", maintype="text", subtype="plain", filename="empty.txt")
    message.add_attachment(b"\x89PNG", maintype="text", subtype="plain", filename="picture.txt")
    (draft,) = read(message, tools)
    listed = flagged(draft, "refused")
    assert [(one.text, one.flags[-1], one.confidence) for one in listed] == [
        ("a.eml/empty.txt", "empty", Confidence.LOW),
        ("a.eml/picture.txt", "binary", Confidence.LOW),
    ]


def test_a_part_beyond_all_measure_is_listed(
    tools: ImportTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(email_message, "_LARGEST_HTML", 20)
    message = mail("Short.\n")
    message.add_alternative(f"<p>{RELEASE}</p>", subtype="html")
    (draft,) = read(message, tools)
    assert draft.body_md == "Short."
    assert len(flagged(draft, "too_long")) == 1


# Refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", ImportProblem.EMPTY),
        (b" \r\n", ImportProblem.EMPTY),
        (b"From: a@example.org\n\n", ImportProblem.EMPTY),
        (b"Harbour opens today.", ImportProblem.UNKNOWN_KIND),
        (b"\xd0\xcf\x11\xe0", ImportProblem.UNKNOWN_KIND),
        (b"From: a@example.org\n\n" + bytes(21 * 1024 * 1024), ImportProblem.TOO_LARGE),
    ],
)
def test_what_is_no_mail_is_refused(tools: ImportTools, raw: bytes, problem: ImportProblem) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read(raw, tools)
    assert refused.value.problem is problem
    assert refused.value.source == "a.eml"


def nested(depth: int, text: str = RELEASE) -> bytes:
    """Return mails as files in mails, each hidden from a look at the outer one."""
    raw = mail(text).as_bytes()
    for _ in range(depth):
        outer = mail(NOTE)
        outer.add_attachment(raw, maintype="application", subtype="octet-stream", filename="i.eml")
        raw = outer.as_bytes()
    return raw


def test_mails_in_mails_are_read_to_a_depth_that_people_reach(tools: ImportTools) -> None:
    (draft,) = read(nested(5), tools)
    assert draft.body_md == RELEASE.strip()
    (draft,) = read(nested(8), tools)
    assert draft.body_md == NOTE.strip()
    assert [one.flags[-1] for one in flagged(draft, "refused")] == ["damaged"]


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 20_000,
        b"From: a\nContent-Type: message/rfc822\n\n" * 20_000,
        nested(14),
        b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\n\nText",
        b"From: " + b"(" * 300_000 + b"\n\nText",
        b"From: " + b"a@b.c, " * 200_000 + b"\n\nText",
        b"Content-Type: text/plain; " + b"a=b; " * 200_000 + b"\n\nText",
        b"Content-Type: text/plain; name*0*=" + b"%41" * 300_000 + b"\n\nText",
        b"Subject: a\n" + b"X: y\n" * 200_000 + b"\nText",
        b"Subject: a\n" + b" y\n" * 300_000 + b"\nText",
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 60_000,
    ],
    ids=range(11),
)
def test_no_bomb_takes_long(tools: ImportTools, raw: bytes) -> None:
    with allowed(AT_ONCE), suppress(ImportRefusedError):
        read(raw, tools)


@pytest.mark.parametrize(
    ("raw", "is_mail"),
    [
        (SAMPLE.read_bytes(), True),
        (b"Received: x\r\nFrom: a@example.org\r\n\r\nText", True),
        (b"From ana Tue Mar 3\nMIME-Version: 1.0\nFrom: a@example.org\n\nText", True),
        (b"From: a@example.org\nSubject: Memo\n\nText", False),
        (b"Headline: x\n\nReceived: y\nFrom: z", False),
        (b"", False),
    ],
)
def test_a_mail_is_told_by_what_only_programs_write(raw: bytes, is_mail: bool) -> None:
    assert opens_mail(raw) is is_mail


LINES = st.sampled_from(
    [
        "From: a@example.org", "Subject: =?utf-8?q?Hi=0D?=", "Subject: =?x?b?!!?=", "Date: soon",
        "Content-Type: multipart/mixed; boundary=x", "Content-Type: multipart/alternative",
        "Content-Type: text/html; charset=\"", "Content-Type: message/rfc822", "Content-Type: /",
        "Content-Type: text/plain; charset=utf-16; format=flowed", "Content-Type: image/png",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
        "Content-Transfer-Encoding: x-uuencode", "Content-Disposition: attachment; filename*=a'",
        "Content-Disposition: attachment; filename=\"../a.txt\"", "Content-ID: <x", "", "", "--x",
        "--x--", " folded", "<p>Text", "=C3", "/9j/4GZha2U=", "begin 644 a", "Text.", "é\ud800",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=2_000)
@given(st.lists(LINES, max_size=30).map("\n".join))
def test_broken_mails_are_read_or_refused(tools: ImportTools, text: str) -> None:
    raw = f"From: b@example.org\n{text}".encode("utf-8", "surrogatepass")
    with suppress(ImportRefusedError):
        assert all(draft.language for draft in read(raw, tools))


@settings(max_examples=80, deadline=2_000)
@given(st.integers(0, 1_800), st.binary(max_size=30))
def test_a_mail_with_any_bytes_in_it_is_read_or_refused(
    tools: ImportTools, at: int, piece: bytes
) -> None:
    raw = SAMPLE.read_bytes()
    with suppress(ImportRefusedError):
        assert read(raw[:at] + piece + raw[at + len(piece) :], tools)
