import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.email_text import mail_text, subject_parts, unflowed, without_prefixes
from tests.importing.watchdog import AT_ONCE, allowed

RELEASE = (
    "The harbour opened today, and half the town came to see it, the office said.\n\n"
    "It stays open at night from Monday on, which it has not done for twelve years."
)
NOTE = "Dear all,\n\nplease find the release below."


@pytest.mark.parametrize(
    "prefix",
    [
        "Fwd: ", "FW: ", "Fw:", "RE: ", "Re[2]: ", "Re(3): ", "AW: ", "WG: ", "TR: ", "Réf : ",
        "RV: ", "I: ", "R: ", "RIF: ", "RES: ", "ENC: ", "Ответ: ", "Пересл: ", "رد: ",
        "إعادة توجيه: ", "回复：", "答复: ", "转发：", "轉寄: ", "返信: ", "転送: ", "SV: ", "VS: ",
        "Doorst: ", "[EXTERNAL] ", "[EXT] Fwd: ", "(Extern) ", "Fwd: WG: AW: ",
    ],
)  # fmt: skip
def test_what_programs_put_before_a_subject_goes(prefix: str) -> None:
    assert without_prefixes(f"{prefix}Harbour opens: at night") == "Harbour opens: at night"


@pytest.mark.parametrize("subject", ["Reopening: the harbour", "I, harbour", "Results: good", ""])
def test_words_that_only_begin_so_stay(subject: str) -> None:
    assert without_prefixes(subject) == subject


@pytest.mark.parametrize(
    ("subject", "headline", "embargo"),
    [
        ("Harbour opens", "Harbour opens", ""),
        ("Fwd: PRESS RELEASE: Harbour opens", "Harbour opens", ""),
        ("Pressemitteilung: Hafen offen", "Hafen offen", ""),
        ("Fwd: PRESS RELEASE – Harbour opens", "Harbour opens", ""),
        ("Comunicato stampa - Riapre il porto", "Riapre il porto", ""),
        ("【プレスリリース】港の桟橋を再開", "港の桟橋を再開", ""),
        ("The ferry – the last one – sails on", "The ferry – the last one – sails on", ""),
        ("Press release", "", ""),
        ("WG: Pressemitteilung Nr. 12", "", ""),
        ("Harbour: opens at night", "Harbour: opens at night", ""),
        (
            "EMBARGOED UNTIL 11:00 Berlin time (UTC+1), 2 March 2026 | Harbour opens",
            "Harbour opens",
            "EMBARGOED UNTIL 11:00 Berlin time (UTC+1), 2 March 2026",
        ),
        ("Harbour | Port", "Harbour | Port", ""),
        ("", "", ""),
    ],
)
def test_a_subject_is_a_headline_and_perhaps_an_embargo(
    subject: str, headline: str, embargo: str
) -> None:
    assert subject_parts(subject) == (headline, embargo)


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("One \ntwo \nthree.\nFour.", "One two three.\nFour."),
        ("One \n\ntwo", "One \n\ntwo"),
        (" >not quoted\n From here", ">not quoted\nFrom here"),
        ("> One \n> two\nMine", "> One two\nMine"),
        (">> Deep \n> less", ">> Deep \n> less"),
        ("Text \n-- \nAna", "Text \n-- \nAna"),
        ("-- \nAna", "-- \nAna"),
    ],
)
def test_flowed_lines_are_one_paragraph(flowed: str, text: str) -> None:
    assert unflowed(flowed) == text


def test_flowed_lines_of_a_language_without_spaces_are_joined_without_one() -> None:
    assert unflowed("港は今 \n夜から", deletes_space=True) == "港は今夜から"


@pytest.mark.parametrize(
    "head",
    [
        "--- Forwarded message ---\nFrom: Ana <a@b.cc>\nDate: 3 Mar 2026\nSubject: Harbour opens",
        "--Original Message--\nFrom: Ana\nSent: 3 Mar 2026\nTo: B;\n C\nSubject: Harbour opens",
        "Von: Ana Roe\nGesendet: Dienstag, 3. März 2026 09:05\nAn: Bo\nBetreff: Harbour opens",
        "De : Ana\nEnvoyé : mardi 3 mars 2026 09:05\nÀ : Bo\nObjet : Harbour opens",
        "De: Ana\nEnviado el: martes, 3 de marzo de 2026 9:05\nPara: Bo\nAsunto: Harbour opens",
        "Da: Ana\nInviato: martedì 3 marzo 2026 09:05\nA: Bo\nOggetto: Harbour opens",
        "De: Ana\nEnviado: 3 de março de 2026 09:05\nPara: Bo\nAssunto: Harbour opens",
        "От: Ana\nОтправлено: 3 марта 2026 г. 9:05\nКому: Bo\nТема: Harbour opens",
        "من: Ana\nتاريخ الإرسال: 3 مارس 2026\nإلى: Bo\nالموضوع: Harbour opens",
        "发件人: Ana\n发送时间: 2026年3月3日 9:05\n收件人: Bo\n主题: Harbour opens",
        "差出人: Ana\n日時: 2026年3月3日 9:05\n宛先: Bo\n件名: Harbour opens",
        "**From:** Ana  \n**Sent:** 3 March 2026  \n**To:** Bo  \n**Subject:** Harbour opens",
        "From: Ana\n\nSubject: Harbour opens\n\nDate: 3 March 2026\n\nTo: Bo",
        "> From: Ana\n> Subject: Harbour opens\n> Date: 3 March 2026",
    ],
)
def test_what_is_sent_on_is_the_text(head: str) -> None:
    release = "\n".join(f"> {line}" for line in RELEASE.split("\n")) if head[0] == ">" else RELEASE
    read = mail_text(f"{NOTE}\n\n{head}\n\n{release}\n", is_markdown=False)
    assert read.text == RELEASE
    assert read.subject == "Harbour opens"
    assert read.date is not None
    assert "2026" in read.date
    assert read.left_out[0].startswith(NOTE)


def test_what_is_answered_is_left_out() -> None:
    head = "From: Bo\nSent: 3 March 2026\nTo: Ana\nSubject: Your release?"
    read = mail_text(f"{RELEASE}\n\n{head}\n\nWhere is it?", is_markdown=False)
    assert (read.text, read.subject) == (RELEASE, None)
    assert read.left_out == (f"{head}\nWhere is it?",)


@pytest.mark.parametrize(
    "text",
    [
        f"Date: 3 March 2026\nTo: all newsrooms\n\n{RELEASE}",
        f"From: the port\n\n{RELEASE}",
        f"{RELEASE}\n\nSubject: see below",
        RELEASE,
        "",
    ],
)
def test_what_only_looks_like_a_head_stays(text: str) -> None:
    read = mail_text(text, is_markdown=False)
    assert (read.text, read.left_out) == (text, ())


def test_an_answer_loses_what_it_quotes() -> None:
    quoted = "On 3 March 2026, Bo <bo@example.org> wrote:\n> Where is it?\n>\n> Bo"
    read = mail_text(f"{RELEASE}\n\n{quoted}", is_markdown=False)
    assert read.text == RELEASE
    assert "Where is it?" in read.left_out[0]


def test_a_mail_that_is_nearly_all_quoted_is_what_it_quotes() -> None:
    quoted = "\n".join(f"> {line}" for line in (RELEASE * 3).split("\n"))
    read = mail_text(f"See below.\n\n{quoted}", is_markdown=False)
    assert read.text == RELEASE * 3
    assert read.left_out == ("See below.",)


def test_a_quotation_in_html_stays_unless_somebody_wrote_it() -> None:
    text = f"{RELEASE}\n\n> “It was time,” she said."
    assert mail_text(text, is_markdown=True).text == text
    said = f"{RELEASE}\n\nAm 03.03.2026 um 09:05 schrieb Bo:\n\n> Wo ist sie?"
    assert mail_text(said, is_markdown=True).text == RELEASE


def test_a_signature_is_parted_from_the_text() -> None:
    read = mail_text(f"{RELEASE}\n-- \nAna Roe\nPort Office\n", is_markdown=False)
    assert (read.text, read.signature) == (RELEASE, "Ana Roe\nPort Office")


def test_a_mail_that_is_only_a_signature_is_read() -> None:
    assert mail_text("\n-- \nAna Roe", is_markdown=False).text.strip("- \n") == "Ana Roe"


@pytest.mark.parametrize(
    "text",
    [
        "From: a\n" * 60_000, "> " * 300_000, ">\n" * 200_000, "> a\n" * 200_000,
        "Subject: a\nFrom: b\nTo: c\n\n" * 20_000, "a" * 1_000_000, " " * 1_000_000,
        "-- \n" * 200_000, "**" * 300_000, "From:" * 200_000, "\n" * 500_000,
        "a@b:\n> c\n" * 60_000,
    ],
    ids=lambda text: text[:10],
)  # fmt: skip
def test_nothing_takes_long(text: str) -> None:
    with allowed(AT_ONCE):
        mail_text(text, is_markdown=False)
        unflowed(text)
        without_prefixes(text)


LINES = st.sampled_from(
    ["word", "> word", ">> word", "From: word", "Subject: word", "Date: word", "To: word", "-- ",
     "", "On 3 May Bo wrote:", "--- Forwarded message ---", "**Von:** word", "  "]
)  # fmt: skip


@given(st.lists(LINES, max_size=25).map("\n".join), st.booleans())
def test_no_word_is_lost(text: str, is_markdown: bool) -> None:
    read = mail_text(text, is_markdown=is_markdown)
    kept = "\n".join([read.text, read.signature, *read.left_out])
    assert kept.count("word") == text.count("word")
