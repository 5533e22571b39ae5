import pytest

from newsdesk.importing.encoding_guess import guessed

TEXTS = {
    "en": "The Office said “ninety workers” have finished – at last – a course costing £40,000.\n",
    "fr": "Très attendu, le cours de sauvetage sera répété à Bâle, où l’école a été créée hier.\n",
    "de": "Neunzig Hafenarbeiter haben einen Kurs abgeschlossen, teilte das Amt für Häfen mit.\n",
    "es": "Noventa marineros terminaron ayer un curso de rescate en España, anunció la Oficina.\n",
    "pt": "A formação continuará na primavera em mais portos, não só em Lisboa, diz o Gabinete.\n",
    "pl": "Dziewięćdziesięciu pracowników portu ukończyło kurs ratownictwa, poinformował dziś "
    "urząd. Będzie on kontynuowany wiosną w większych portach, także w Łodzi i Gdańsku.\n",
    "ru": "Девяносто портовых рабочих закончили вчера курс спасения ночью, сообщает порт.\n",
    "uk": "Дев’яносто портових робітників закінчили вчора курс рятування вночі, і не тільки.\n",
    "ar": "أنهى تسعون عاملا في الميناء دورة في الإنقاذ الليلي، حسبما أعلن مكتب الموانئ الآمنة.\n",
    "zh": "安全港口办公室今天宣布，九十名港口工人完成了夜间救援课程。\n",
    "zh-Hant": "安全港口辦公室今天宣布，九十名港口工人完成了夜間救援課程。\n",
    "ja": "安全港湾局は本日、港湾労働者90人が夜間救助の訓練を終えたと発表しました。\n",
    "ko": "안전항만국은 오늘 항만 노동자 90명이 야간 구조 교육을 마쳤다고 발표했다.\n",
    "tr": "Doksan liman işçisi gece kurtarma kursunu bitirdi, ofis bugün İstanbul’da açıkladı.\n",
    "el": "Ενενήντα εργάτες του λιμανιού ολοκλήρωσαν μάθημα νυχτερινής διάσωσης, είπε χθες.\n",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *[(language, "cp1252") for language in ("en", "fr", "de", "es", "pt")],
        ("pl", "cp1250"),
        ("pl", "iso8859_2"),
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("uk", "cp1251"),
        ("ar", "cp1256"),
        ("zh", "gb18030"),
        ("zh-Hant", "big5"),
        ("ja", "cp932"),
        ("ja", "euc_jp"),
        ("ko", "cp949"),
        ("tr", "cp1254"),
        ("el", "cp1253"),
        *[(language, "utf_16_le") for language in ("en", "de", "ru", "zh", "ja", "ko")],
        *[(language, "utf_16_be") for language in ("en", "ar", "zh")],
    ],
)
def test_the_encoding_of_a_sentence_or_two_is_told(language: str, encoding: str) -> None:
    assert guessed(TEXTS[language].encode(encoding)) == encoding


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_full_width_letters_and_spaces_are_no_mess(encoding: str) -> None:
    text = (
        "ＰＲＥＳＳ　ＲＥＬＥＡＳＥ\n令和６年８月２０日\n\n"
        "　港の待合所を改修し、夏のあいだ誰でも休める場所として８月２４日から開放します。"
        "古い長いすと扇風機をそのまま使い、朝は漁師の皆さんに、昼は近くの学校の子どもたちに使っていただきます。\n"
        "　昨年の実験では、周りより平均で３．２度低い気温を記録し、８，４００人が利用しました。\n"
        "電話　０６・５５５５・０１８３\n"
    )
    assert guessed(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        "Grüße".encode("cp1252"),
        "Привет".encode("cp1251"),
        "水".encode("cp932"),
        bytes(range(128, 256)) * 40,
        b"\xc3\x28\xa0\xa1" * 50,
        bytes(range(256)) * 20,
        b"\0\0\0\x01" * 100,
        "¦¬¶".encode("cp1252") * 60,
    ],
)
def test_what_may_be_anything_is_not_guessed(raw: bytes) -> None:
    assert guessed(raw) is None


def test_marks_of_a_page_tell_nothing() -> None:
    page = f"<style>p {{ margin: 0 }}</style><p class='lead'>{TEXTS['ru']}</p>" * 3
    assert guessed(page.encode("koi8_r"), is_markup=True) == "koi8_r"


def test_of_a_long_text_the_beginning_tells() -> None:
    raw = TEXTS["ja"].encode("cp932") * 3_000
    assert guessed(raw) == "cp932"
