import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.tags import TermsReading, read_terms


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Tags: boats, harbour, winter", ("boats", "harbour", "winter")),
        ("Keywords: boats; harbour", ("boats", "harbour")),
        ("KEYWORDS: boats | harbour / winter", ("boats", "harbour", "winter")),
        ("Mots-clés : bateaux, port", ("bateaux", "port")),
        ("Palabras clave: barcos", ("barcos",)),
        ("Palavras-chave: barcos, porto", ("barcos", "porto")),
        ("Parole chiave: barche • porto", ("barche", "porto")),
        ("Schlagwörter: Boote, Hafen", ("Boote", "Hafen")),
        ("Ключевые слова: порт, лодки", ("порт", "лодки")),
        ("الوسوم: ميناء، قوارب", ("ميناء", "قوارب")),
        ("标签：港口、船员", ("港口", "船员")),
        ("キーワード：港、船", ("港", "船")),
        ("#boats #harbour", ("boats", "harbour")),
        ("#port_crews, #hiver", ("port_crews", "hiver")),
    ],
)
def test_tags_are_read_in_every_language(text: str, tags: tuple[str, ...]) -> None:
    assert read_terms(text) == TermsReading(tags=tags)


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Categories: Health, Trade", ("Health", "Trade")),
        ("Filed under: Health | Trade", ("Health", "Trade")),
        ("Posted in Health", ("Health",)),
        ("Catégorie : Santé", ("Santé",)),
        ("Categorías: Salud, Comercio", ("Salud", "Comercio")),
        ("Kategorien: Hafen", ("Hafen",)),
        ("рубрика: порт", ("порт",)),
        ("分类：港口", ("港口",)),
        ("カテゴリー：港", ("港",)),
    ],
)
def test_categories_are_read_in_every_language(text: str, categories: tuple[str, ...]) -> None:
    assert read_terms(text) == TermsReading(categories=categories)


def test_what_a_page_files_itself_under_is_read_out_of_its_sentence() -> None:
    text = "This entry was posted on Monday and is filed under Health, Trade. You may reply."
    assert read_terms(text) == TermsReading(categories=("Health", "Trade"), is_whole=False)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Tags: boats, boats,, winter,", ("boats", "winter")),
        ("Tags:", ()),
        ("Tags: #boats, #winter.", ("boats", "winter")),
        ("Tags: " + ",".join(f"t{number}" for number in range(100)), None),
    ],
)
def test_terms_are_listed_once_and_sixty_at_most(text: str, tags: tuple[str, ...] | None) -> None:
    expected = tuple(f"t{number}" for number in range(60)) if tags is None else tags
    assert read_terms(text) == TermsReading(tags=expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Boats, harbour, winter",
        "Tags: The crews have finished. They will return in spring.",
        "Tags: " + "x" * 61,
        "Topics of the day are boats",
        "# Heading",
        "#1 in its class: a boat",
        "Tags: " + "a, " * 600,
    ],
)
def test_what_is_no_list_of_terms_is_left_alone(text: str) -> None:
    assert read_terms(text) is None


@given(st.text(max_size=200) | st.text("Tags:filedunder#, .|", max_size=200).map("Tags: ".__add__))
def test_terms_stand_in_the_text_and_are_never_empty(text: str) -> None:
    reading = read_terms(text)
    for term in (*reading.tags, *reading.categories) if reading else ():
        assert term
        assert term in text


@pytest.mark.parametrize("character", ["#", ",", "a", " ", "\0"])
def test_a_megabyte_of_one_character_lists_nothing(character: str) -> None:
    assert read_terms("Tags: " + character * 1_000_000) is None
