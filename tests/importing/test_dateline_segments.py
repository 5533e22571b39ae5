"""Places, days and sources in the order and the signs of ten languages and their wires."""

import pytest

from newsdesk.importing.dateline import read_dateline
from newsdesk.importing.dateline_segments import SegmentReader
from newsdesk.importing.draft import ImportTools

# language | opening | places or what is printed | date | source
OPENINGS = """
en|SANTIAGO & LONDON--(EXAMPLE WIRE)--The office has|Santiago; London||EXAMPLE WIRE
en|KELBRA, Md., May 5, 2025 /ExampleWire/ -- The office has|KELBRA, Md.|2025-05-05|ExampleWire
en|5 May 2025 | Geneva – The office has|Geneva|2025-05-05|
fr|Paris, le lundi 5 mai 2025 – Le port a|Paris|2025-05-05|
fr|À Genève, le 5 mai 2025 – Le port a|Geneva|2025-05-05|
es|Bogotá, D. C., 5 de mayo de 2025 – La oficina ha|Bogotá|2025-05-05|
es|Santiago de Chile, mayo 5 de 2025 - La oficina ha|Santiago|2025-05-05|
es|En Madrid, a 5 de mayo de 2025.- La oficina ha|Madrid|2025-05-05|
pt|Rio de Janeiro (RJ) – O porto tem|Rio de Janeiro||
pt|Lisboa, maio de 2025 – O porto tem|Lisboa, maio de 2025||
it|(ESEMPIO) - ROMA, 05 MAG - Il porto ha|(ESEMPIO) - ROMA, 05 MAG||ESEMPIO
de|Wien (pte/05.05.2025/10:00) - Der Hafen hat|Vienna|2025-05-05|pte
de|Kelbra a.d. Helme (hafendienst) - Der Hafen hat|Kelbra a.d. Helme||hafendienst
ru|МОСКВА, 5 мая. /ПРИМЕР/. Порт открыл|МОСКВА, 5 мая. /ПРИМЕР/||ПРИМЕР
ar|القاهرة في 5 مايو 2025 - افتتح الميناء|Cairo|2025-05-05|
ar|القاهرة، 07 ذو القعدة 1446 هـ الموافق 05 مايو 2025 م - افتتح الميناء|Cairo|2025-05-05|
ar|دبي، الإمارات العربية المتحدة -(مثال): افتتح الميناء|Dubai||مثال
zh|北京2025年5月5日电 /示例/ -- 港务局今天|Beijing|2025-05-05|示例
zh|示例社北京2025年5月5日电（记者王小明）港务局今天|Beijing|2025-05-05|示例社
zh|（台北讯）港务局今天|Taipei||
zh|上海讯（2025年5月5日）港务局今天|Shanghai|2025-05-05|
zh|中国，北京，2025年5月5日——港务局今天|Beijing|2025-05-05|
ja|【東京】港湾局は|Tokyo||
ja|東京発、令和7年5月5日 – 港湾局は|Tokyo|2025-05-05|
ja|ジュネーブ／東京、2025年5月5日 – 港湾局は|Geneva; Tokyo|2025-05-05|
ja|（ビジネスワイヤ）-- 港湾局は|||ビジネスワイヤ
"""


@pytest.mark.parametrize("opening", OPENINGS.strip().splitlines())
def test_an_opening_is_read_as_its_language_writes_it(opening: str, tools: ImportTools) -> None:
    language, rest = opening.split("|", maxsplit=1)
    text, *expected = rest.rsplit("|", maxsplit=3)
    reading = read_dateline(f"{text} und mehr", language=language, tools=tools)
    assert reading is not None
    assert reading.confidence == "high"
    line = reading.dateline
    places = line.custom_text or "; ".join(place.city or "" for place in line.places)
    assert [places, line.date.isoformat() if line.date else "", line.source or ""] == expected


@pytest.mark.parametrize("text", ["The workshop", "On 5 May 2025", "the fourth of its kind", "A"])
def test_words_of_a_sentence_are_no_segment(text: str, tools: ImportTools) -> None:
    assert SegmentReader(language="en", tools=tools).read(text) is None


def test_parts_that_would_come_twice_are_not_joined(tools: ImportTools) -> None:
    reader = SegmentReader(language="en", tools=tools)
    parts, more = reader.read("Geneva, 5 May 2025"), reader.read("6 May 2025")
    assert parts is not None
    assert more is not None
    assert not parts.takes(more)
    assert parts.date is not None
    assert parts.date.day == 5
