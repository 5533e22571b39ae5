import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.email_notes import without_device, without_note
from tests.importing.watchdog import AT_ONCE, allowed

RELEASE = (
    "The harbour opened today, and half the town came to see it, the office said.\n\n"
    "It stays open at night from Monday on, which it has not done for twelve years."
)


@pytest.mark.parametrize(
    "note",
    [
        "Colleagues, please find below the release for Thursday.\n\nBest, Tess",
        "Dear all,\n\nplease see our release.\n\nKind regards\nAna",
        "Sehr geehrte Damen und Herren,\n\nanbei unsere Mitteilung.\n\nMit freundlichen Grüßen",
        "Bonjour,\n\nVous trouverez ci-dessous notre communiqué.\n\nCordialement",
        "Estimados colegas:\n\nAdjuntamos la nota.\n\nSaludos",
        "Buongiorno,\n\ndi seguito il comunicato.\n\nCordiali saluti",
        "Prezados,\n\nsegue a nota.\n\nAtenciosamente",
        "Добрый день!\n\nНиже текст сообщения.\n\nС уважением",
        "السلام عليكم\n\nفيما يلي البيان.",
        "您好：\n\n新闻稿如下。",
        "各位様\n\n下記の通りです。\n\nよろしくお願いします",
    ],
)
def test_a_note_above_a_release_is_parted_from_it(note: str) -> None:
    assert without_note(f"{note}\n\n{RELEASE}") == (RELEASE, note)


@pytest.mark.parametrize(
    "text",
    [
        RELEASE,
        f"HARBOUR OPENS\n\n{RELEASE}",
        f"Dear visitors, the harbour is open\n\n{RELEASE}",
        f"{RELEASE}\n\nPlease find the pictures below.\n\nBest pictures first.",
        f"Best harbour opens\n\n{RELEASE}",
        "Please find our release below.\n\nHarbour.",
        f"Please find below {'all that we know of the harbour, ' * 20}.\n\n{RELEASE * 9}",
        "Dear all,",
        "",
    ],
)
def test_what_is_no_note_stays(text: str) -> None:
    assert without_note(text) == (text, "")


@pytest.mark.parametrize(
    "line",
    ["Sent from my phone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "发自我的iPhone",
     "Enviado desde mi móvil", "Inviato da iPhone", "Отправлено с iPhone", "iPhoneから送信"],
)  # fmt: skip
def test_what_a_mail_was_written_on_is_parted_from_it(line: str) -> None:
    text, found = without_device(f"{RELEASE}\n\n{line}\n")
    assert (text.rstrip(), found) == (RELEASE, line)


@pytest.mark.parametrize("text", ["Sent from my phone", f"Sent from my desk.\n\n{RELEASE}", ""])
def test_what_stands_above_the_end_was_not_added_by_a_program(text: str) -> None:
    assert without_device(text) == (text, "")


@pytest.mark.parametrize("piece", ["\n\n", "Dear\n\n", "anbei ", "best\n\n", " ", "a", "\n \n"])
def test_nothing_takes_long(piece: str) -> None:
    with allowed(AT_ONCE):
        without_note(piece * 300_000)
        without_device(piece * 300_000)


PARTS = st.sampled_from(
    ["Dear word,", "Please see below word", "Best, word", "word", "Sent from my word"]
)


@given(st.lists(PARTS, max_size=12).map("\n\n".join))
def test_no_word_is_lost(text: str) -> None:
    for part in (without_note, without_device):
        rest, found = part(text)
        assert rest.count("word") + found.count("word") == text.count("word")
