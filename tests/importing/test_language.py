import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.provenance import Confidence
from newsdesk.importing.language import language_of

TEXTS = {
    "en": "Ninety harbour workers have finished a course in night rescue, the Office for Safe "
    "Harbours said today in a statement to reporters.",
    "fr": "Quatre-vingt-dix ouvriers du port ont terminé un cours de sauvetage de nuit, a annoncé "
    "aujourd’hui le Bureau des ports sûrs.",
    "es": "Noventa trabajadores del puerto han terminado un curso de rescate nocturno, anunció "
    "hoy la Oficina de Puertos Seguros.",
    "de": "Neunzig Hafenarbeiter haben einen Lehrgang in nächtlicher Rettung abgeschlossen, "
    "teilte das Amt für sichere Häfen heute mit.",
    "it": "Novanta lavoratori del porto hanno concluso un corso di salvataggio notturno, ha "
    "annunciato oggi l’Ufficio per i porti sicuri.",
    "pt": "Noventa trabalhadores do porto concluíram um curso de resgate noturno, anunciou hoje "
    "o Escritório dos Portos Seguros.",
    "ru": "Девяносто работников порта закончили курс ночного спасения, сообщило сегодня Бюро "
    "безопасных портов журналистам.",
    "ar": "أنهى تسعون عاملا في الميناء دورة في الإنقاذ الليلي، حسبما أعلن مكتب الموانئ الآمنة "
    "اليوم للصحفيين.",
    "zh": "港口安全办公室今天宣布，九十名港口工人完成了夜间救援课程，并将于明年春天继续进行培训。",
    "ja": "港湾安全事務所は本日、九十人の港湾労働者が夜間救助の講習を修了したと発表しました。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_running_text_tells_its_language(language: str) -> None:
    default = "fr" if language == "en" else "en"
    assert language_of(TEXTS[language], default) == (language, Confidence.HIGH)


@pytest.mark.parametrize("default", ["pt-BR", "en-GB", "zh-Hant", "es-MX"])
def test_a_text_in_the_newsrooms_language_has_its_region_too(default: str) -> None:
    text = TEXTS[default.partition("-")[0]]
    assert language_of(text, default) == (default, Confidence.HIGH)
    assert language_of(text, "de")[0] == default.partition("-")[0]


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("", "fr", "fr"),
        ("", "ar", "ar"),
        ("港口", "en", "zh"),
        ("a" * 1_000, "en", "en"),
        ("12345 678", "de", "de"),
        ("https://example.org/a dana.whitlock@example.org", "es", "es"),
        ("Harbour", "pt-BR", "pt-BR"),
        ("Harbour", "ru", "en"),
        ("Порт", "en", "ru"),
        ("Порт", "uk", "uk"),
        ("ميناء", "en", "ar"),
        ("ميناء", "fa", "fa"),
    ],
)
def test_of_a_short_text_only_the_script_is_known(text: str, default: str, language: str) -> None:
    assert language_of(text, default) == (language, Confidence.LOW)


def test_letters_without_words_are_no_language() -> None:
    text = "xkcd qwrt zzgh ploik vbnmt rewqa lkjhg fdsaz mnbvc poiuy trewq"
    assert language_of(text, "de") == ("de", Confidence.LOW)


def test_addresses_do_not_count_as_words() -> None:
    addresses = "https://example.org/the/harbour/office/and/all/of/its/crews " * 4
    assert language_of(f"{addresses}{TEXTS['it']}", "en")[0] == "it"


@given(st.text(max_size=300), st.sampled_from([*TEXTS, "pt-BR"]))
def test_the_answer_is_the_same_every_time(text: str, default: str) -> None:
    language, confidence = language_of(text, default)
    assert language
    assert (language, confidence) == language_of(text, default)


@pytest.mark.parametrize("character", [" ", "@", ".", "1", "\0", "\n"])
def test_a_megabyte_of_one_sign_is_taken_for_the_newsrooms_language(character: str) -> None:
    assert language_of(character * 1_000_000, "pt-BR") == ("pt-BR", Confidence.LOW)
