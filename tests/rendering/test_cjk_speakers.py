import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.cjk_speakers import (
    bracketed_speaker,
    chinese_speaker,
    japanese_speaker,
)


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("港务局局长王小明", "王小明"),
        ("该市环卫工人赵兴国", "赵兴国"),
        ("促进会会长、茶馆店主普云芳", "普云芳"),
        ("港务局总裁约翰·史密斯（John Smith）", "约翰·史密斯"),
        ("署长玛丽亚·洛佩斯在声明中", "玛丽亚·洛佩斯"),
        ("港務局局長王小明先生", "王小明"),
        ("港务局", None),
        ("该公司", None),
    ],
)
def test_the_name_before_a_verb_is_found_in_chinese(clause: str, name: str | None) -> None:
    assert chinese_speaker(clause, [len(clause)]) == name


def test_a_word_of_speech_in_the_name_of_an_office_does_not_hide_who_speaks() -> None:
    clause = "希望工程主任王小明说"
    assert chinese_speaker(clause, [0, len(clause) - 1]) == "王小明"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("港湾局の山田太郎局長は", "山田太郎"),
        ("代表理事の佐々木千尋は", "佐々木千尋"),
        ("港湾局長 山田太郎のコメント：", "山田太郎"),
        ("社長のジョン・スミスは", "ジョン・スミス"),
        ("同社は", None),
    ],
)
def test_the_topic_of_a_clause_is_found_in_japanese(clause: str, name: str | None) -> None:
    assert japanese_speaker(clause) == name


@pytest.mark.parametrize(
    ("clause", "name"),
    [("（山田太郎局長）", "山田太郎"), ("（2025年）", None), ("（笑）", None), ("山田太郎", None)],
)
def test_a_bracket_behind_a_quote_names_who_said_it(clause: str, name: str | None) -> None:
    assert bracketed_speaker(clause) == name


@given(st.text(alphabet=st.sampled_from("港务局长王小明（）·，在说先生 A山田は"), max_size=30))
def test_a_name_stands_in_its_clause(clause: str) -> None:
    for name in (
        chinese_speaker(clause, [len(clause)]),
        japanese_speaker(clause),
        bracketed_speaker(clause),
    ):
        assert name is None or name in clause
