import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.quote import FoundQuote
from newsdesk.rendering.quotes import find_quotes

WORDS = "The crews have trained all winter"


def said(body: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in find_quotes(body, language)]


@pytest.mark.parametrize(
    ("body", "language", "text", "speaker"),
    [
        (
            "« Les équipages se sont entraînés tout l’hiver », a déclaré Jeanne Corbin.",
            "fr",
            "Les équipages se sont entraînés tout l’hiver",
            "Jeanne Corbin",
        ),
        (
            "«\xa0Les équipages se sont entraînés tout l’hiver\xa0», explique Jeanne Corbin.",
            "fr",
            "Les équipages se sont entraînés tout l’hiver",
            "Jeanne Corbin",
        ),
        (
            "«Las tripulaciones entrenaron todo el invierno», afirmó Juana Belmonte, directora.",
            "es",
            "Las tripulaciones entrenaron todo el invierno",
            "Juana Belmonte",
        ),
        (
            "„Die Mannschaften haben den ganzen Winter geübt“, sagte Jana Rohwedder.",
            "de",
            "Die Mannschaften haben den ganzen Winter geübt",
            "Jana Rohwedder",
        ),
        (
            "»Die Mannschaften haben den ganzen Winter geübt«, sagte Jana Rohwedder.",
            "de",
            "Die Mannschaften haben den ganzen Winter geübt",
            "Jana Rohwedder",
        ),
        (
            "“Gli equipaggi si sono allenati tutto l’inverno”, ha dichiarato Anna Colonnese.",
            "it",
            "Gli equipaggi si sono allenati tutto l’inverno",
            "Anna Colonnese",
        ),
        (
            "“As equipes treinaram durante todo o inverno”, afirmou Joana Siqueira, diretora.",
            "pt-BR",
            "As equipes treinaram durante todo o inverno",
            "Joana Siqueira",
        ),
        (
            "«Экипажи тренировались всю зиму», — сказала Анна Лаврухина.",
            "ru",
            "Экипажи тренировались всю зиму",
            "Анна Лаврухина",
        ),
        (
            "قالت ليلى منصور: «تدربت الأطقم طوال فصل الشتاء».",
            "ar",
            "تدربت الأطقم طوال فصل الشتاء",
            "ليلى منصور",
        ),
        (
            "王小明表示：“船员们整个冬天都在训练，明年春天还会回来。”",
            "zh",
            "船员们整个冬天都在训练，明年春天还会回来。",
            "王小明",
        ),
        (
            "校長の山田花子は「乗組員は冬の間ずっと訓練してきました」と述べています。",
            "ja",
            "乗組員は冬の間ずっと訓練してきました",
            "山田花子",
        ),
    ],
)
def test_quotes_are_found_in_the_marks_of_every_language(
    body: str, language: str, text: str, speaker: str
) -> None:
    assert find_quotes(body, language) == (FoundQuote(text=text, speaker=speaker),)


@pytest.mark.parametrize(
    "body",
    [
        f"“{WORDS},” said Dana Whitlock, head of training.",
        f"“{WORDS},” Dana Whitlock said.",
        f'"{WORDS}," said Dana Whitlock.',
        f"“{WORDS},” said Dr. Dana Whitlock of Harbour Office.",
        f"“{WORDS},” said Harbour Office chief Dana Whitlock.",
        f"Dana Whitlock said: “{WORDS},”",
        f"According to Dana Whitlock, “{WORDS},”",
        f"Dana Whitlock said that “{WORDS},”",
        f"> “{WORDS},” said Dana Whitlock.",
        f"- “{WORDS},” said Dana Whitlock.",
        "“The crews have **trained** all winter,” said [Dana Whitlock](https://example.org/dana).",
        "“The crews have\ntrained all winter,”\nsaid Dana Whitlock.",
    ],
)
def test_who_speaks_may_stand_on_either_side(body: str) -> None:
    assert said(body) == [(f"{WORDS},", "Dana Whitlock")]


def test_a_quote_that_its_speaker_parts_is_one() -> None:
    body = f"“{WORDS},” said Dana Whitlock. “They will be back.”"
    assert said(body) == [(f"{WORDS}, They will be back.", "Dana Whitlock")]


@pytest.mark.parametrize(
    "body",
    [
        f"“{WORDS}.\n\n“They will be back in spring,” said Dana Whitlock.",
        f"Dana Whitlock said: “{WORDS}.\n\n“They will be back in spring,”",
    ],
)
def test_a_quote_over_two_paragraphs_is_one(body: str) -> None:
    assert said(body) == [(f"{WORDS}. They will be back in spring,", "Dana Whitlock")]


def test_she_is_who_spoke_last() -> None:
    body = f"“{WORDS},” said Dana Whitlock.\n\n“They will all be back in spring,” she said."
    assert [speaker for _text, speaker in said(body)] == ["Dana Whitlock", "Dana Whitlock"]


def test_the_points_of_a_list_have_their_own_speakers() -> None:
    body = f"- “{WORDS},” said Dana Whitlock.\n- “They will be back soon,” said Jonas Perret."
    assert [speaker for _text, speaker in said(body)] == ["Dana Whitlock", "Jonas Perret"]


def test_a_quote_that_stands_alone_is_signed_below() -> None:
    body = f"“{WORDS} and will be back in spring.”\n\nDana Whitlock, head of training"
    assert said(body) == [(f"{WORDS} and will be back in spring.", "Dana Whitlock")]


def test_where_nobody_is_named_nobody_is_made_up() -> None:
    assert said(f"“{WORDS},” the office said.") == [(f"{WORDS},", None)]


def test_a_quote_inside_a_quote_is_part_of_it() -> None:
    body = "“The captain said ‘full speed ahead’ all winter,” said Dana Whitlock."
    assert said(body) == [("The captain said ‘full speed ahead’ all winter,", "Dana Whitlock")]


@pytest.mark.parametrize(
    "body",
    [
        *("", " \n ", "“", "“”", "No quote at all."),
        "The “night rescue” course is over.",
        "The film “All the Crews of the Harbour” opens today.",
        "The storm, “a monster” to some and “nothing” to others, is over.",
        f"# “{WORDS},” said Dana Whitlock",
        f"```\n“{WORDS},” said Dana Whitlock.\n```",
        f"    “{WORDS},” said Dana Whitlock.",
    ],
)
def test_titles_single_words_headings_and_code_are_no_quotes(body: str) -> None:
    assert said(body) == []


PIECES = [
    "“",
    "”",
    '"',
    "«",
    "»",
    *("「好」", "「", "」", "『", "』", "〝", "〞"),
    "‘",
    "’",
    " said ",
    "Dana Whitlock",
    ". ",
    ", ",
    "\n\n",
]
WHATEVER = st.text(max_size=120) | st.lists(st.sampled_from([*PIECES, "the crews "])).map("".join)


@pytest.mark.parametrize("body", ["He came 』“ b.", "」“", "He came 」“ one two three four"])
def test_a_closing_mark_out_of_place_is_no_quote(body: str) -> None:
    assert said(body) == []


@given(WHATEVER, st.sampled_from(["en", "fr", "de", "ru", "ar", "zh", "ja", "tlh", ""]))
def test_whatever_a_body_holds_its_quotes_have_words(body: str, language: str) -> None:
    for quote in find_quotes(body, language):
        assert quote.text.strip()
        assert quote.speaker is None or quote.speaker.strip()


@pytest.mark.parametrize("character", ["“", '"', "«", "a", " ", "\n", "*", "`", "[", "說", "\0"])
def test_a_megabyte_of_one_character_says_nothing(character: str) -> None:
    assert len(find_quotes(character * 1_000_000, "en")) <= 1


def test_of_ten_thousand_quotes_the_first_thousand_are_found() -> None:
    quote = f"“{WORDS},” said Dana Whitlock.\n\n"
    assert said(quote * 100) == [(f"{WORDS},", "Dana Whitlock")] * 100
    assert said(quote * 10_000) == [(f"{WORDS},", "Dana Whitlock")] * 1_000


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "「」"])
def test_ten_thousand_marks_in_one_paragraph_are_read(marks: str) -> None:
    body = f" said {marks[0]}one two three four{marks[1]} " * 10_000
    assert all("one two three four" in text for text, _speaker in said(body))


def test_ten_thousand_open_brackets_are_read() -> None:
    assert said("[“(" * 10_000) == said("](" * 10_000) == []
