"""Lines of Chinese and Japanese contact blocks, without capitals and often without commas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.contact_cjk import cjk_parts, is_cjk


def read(segment: str) -> list[tuple[str, str]]:
    return list(cjk_parts(segment, {"北京", "東京"}.__contains__))


@pytest.mark.parametrize(
    ("segment", "parts"),
    [
        ("港湾局 広報部 山田太郎", [("office", "港湾局 広報部"), ("person", "山田太郎")]),
        ("港湾局広報部山田太郎", [("office", "港湾局広報部"), ("person", "山田太郎")]),
        ("広報室長 佐藤 花子", [("role", "広報室長"), ("person", "佐藤 花子")]),
        ("港湾局 広報課（担当：山田）", [("office", "港湾局 広報課"), ("person", "山田")]),
        ("株式会社例示 広報担当 山田", [
            ("office", "株式会社例示"), ("role", "広報担当"), ("person", "山田"),
        ]),
        ("王小明先生（港务局）", [("person", "王小明"), ("office", "港务局")]),
        ("王小明 北京", [("person", "王小明"), ("office", "北京")]),
        ("港务局新闻办公室", [("office", "港务局新闻办公室")]),
        ("约翰·史密斯", [("person", "约翰·史密斯")]),
        ("ジョン・スミス", [("person", "ジョン・スミス")]),
        ("广报部总监 李华", [("role", "广报部总监"), ("person", "李华")]),
    ],
)  # fmt: skip
def test_offices_functions_and_names_are_told_apart(
    segment: str, parts: list[tuple[str, str]]
) -> None:
    assert read(segment) == parts


def test_a_latin_name_with_a_chinese_word_is_not_taken_for_chinese() -> None:
    assert is_cjk("港务局 PR")
    assert not is_cjk("Jane Roe (港务局)")


@given(st.text(alphabet=st.sampled_from(" 　山田太郎部局長（）：担当様ABC・"), max_size=30))
def test_no_word_is_made_up(segment: str) -> None:
    assert all(
        set(words) <= set(segment) | {" "} and kind in {"person", "role", "office"}
        for kind, words in read(segment)
    )
