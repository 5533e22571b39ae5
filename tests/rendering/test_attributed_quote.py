"""Quotes as ten languages print them, and the way back: `find_quotes` finds who speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.quote import FoundQuote
from newsdesk.rendering.attributed_quote import (
    Attribution,
    attributed_quote,
    speech_verbs,
    title_line,
    unbroken,
)
from newsdesk.rendering.quotes import find_quotes

NO_BREAK, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
WORDS = {
    "en": "The crews have trained all winter",
    "fr": "Les équipages se sont entraînés tout l’hiver",
    "es": "Las tripulaciones entrenaron todo el invierno",
    "pt": "As equipes treinaram durante todo o inverno",
    "it": "Gli equipaggi si sono allenati tutto l’inverno",
    "de": "Die Mannschaften haben den ganzen Winter geübt",
    "ru": "Экипажи тренировались всю зиму",
    "ar": "تدربت الأطقم طوال فصل الشتاء",
    "zh": "船员们整个冬天都在训练，明年春天还会回来",
    "zh-Hant": "船員們整個冬天都在訓練，明年春天還會回來",
    "ja": "乗組員は冬の間ずっと訓練してきました",
}
PARAGRAPHS = {
    "en": "“{},” said Dana Whitlock, Head of Training.",
    "fr": f"«{THIN}{{}}{THIN}», a affirmé Jeanne Corbin, cheffe de mission.",
    "es": "«{}», dijo Juana Belmonte, directora del puerto.",
    "pt": "“{}”, disse Joana Siqueira, diretora do porto.",
    "it": "“{}”, ha dichiarato Anna Colonnese, direttrice del porto.",
    "de": "„{}“, sagte Jana Rohwedder, Leiterin des Hafenamts.",
    "ru": f"«{{}}»,{NO_BREAK}— говорит Анна Лаврухина, начальник порта.",
    "ar": "بحسب ليلى منصور، مديرة الميناء: «{}».",
    "zh": "港口主任王小明表示：“{}。”",
    "zh-Hant": "港口主任王小明表示：「{}。」",
    "ja": "港湾局局長の山田花子は「{}」と述べています。",
}
WHO = {
    "en": ("Dana Whitlock", "Head of Training"),
    "fr": ("Jeanne Corbin", "cheffe de mission"),
    "es": ("Juana Belmonte", "directora del puerto"),
    "pt": ("Joana Siqueira", "diretora do porto"),
    "it": ("Anna Colonnese", "direttrice del porto"),
    "de": ("Jana Rohwedder", "Leiterin des Hafenamts"),
    "ru": ("Анна Лаврухина", "начальник порта"),
    "ar": ("ليلى منصور", "مديرة الميناء"),
    "zh": ("王小明", "港口主任"),
    "zh-Hant": ("王小明", "港口主任"),
    "ja": ("山田花子", "港湾局局長"),
}
OTHERS = [
    ("en", "Pär Liljert", "IOM Chief of Mission in China"),
    ("en", "Dr. Asma Nader", "Head of Press, Harbour Trust"),
    ("en", "J. Roe", "Director, Acme Inc."),
    ("fr", "M. Paul d’Arcelle", "chef de mission, OIM Chine"),
    ("de", "Dr. Petra Muster", "Leiterin, Hafenamt Kiel"),
    ("ru", "Пер Лильерт", "глава миссии МОМ в Китае"),
    ("ar", "سامي منصور", "رئيس بعثة المنظمة الدولية للهجرة في الصين"),
    ("zh", "李华", "新闻处干事"),
    ("zh", "Pär Liljert", "国际移民组织驻华代表"),
    ("ja", "山田 花子", "校長"),
]


def quoted(words: str, language: str, *, name: str = "", title: str = "", verb: str = "") -> str:
    usual = WHO.get(language, ("Jane Roe", ""))
    who = Attribution(name=name or usual[0], title=title or usual[1], verb=verb)
    return attributed_quote(words, who, language)


# What is printed ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", WORDS)
def test_a_quote_is_printed_as_its_language_has_it(language: str) -> None:
    assert quoted(WORDS[language], language) == PARAGRAPHS[language].format(WORDS[language])


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("stop", [".", "。"])
def test_a_full_stop_and_marks_that_were_copied_do_not_stand_twice(
    language: str, stop: str
) -> None:
    if (stop == "。") == language.startswith(("zh", "ja")):
        typed = f"“{WORDS[language]}{stop}”"
        assert quoted(typed, language) == quoted(WORDS[language], language)


@pytest.mark.parametrize(
    ("language", "words", "begins"),
    [
        ("en", "Will they come back?", "“Will they come back?” said "),
        ("en", "We work in the U.S.", "“We work in the U.S.,” said "),
        ("en", "We call it “home”.", "“We call it ‘home’,” said "),
        ("fr", "Reviendront-ils ?", f"«{THIN}Reviendront-ils ?{THIN}» a affirmé "),
        ("es", "¿Volverán?", "«¿Volverán?», dijo "),
        ("de", "Kommen sie wieder?", "„Kommen sie wieder?“, sagte "),
        ("ru", "Они вернутся?", f"«Они вернутся?»{NO_BREAK}— говорит "),
        ("zh", "他们会回来吗？", "港口主任王小明表示：“他们会回来吗？”"),
        ("sv", "Besättningarna tränar.", "”Besättningarna tränar.” – Jane Roe"),
        ("nl", "De bemanning oefent.", "“De bemanning oefent.” – Jane Roe"),
    ],
)
def test_what_stands_at_the_end_of_the_words_decides_about_the_comma(
    language: str, words: str, begins: str
) -> None:
    assert quoted(words, language).startswith(begins)


def test_an_arabic_question_needs_no_full_stop_behind_it() -> None:
    assert quoted("هل سيعودون؟", "ar").endswith("«هل سيعودون؟»")


def test_lines_of_a_mail_are_one_line_again() -> None:
    assert quoted("The crews have\ntrained all\n  winter.", "en") == quoted(WORDS["en"], "en")
    assert quoted("船员们整个冬天都在训练，\n明年春天还会回来", "zh") == quoted(WORDS["zh"], "zh")


def test_of_several_paragraphs_each_opens_and_the_last_one_closes() -> None:
    said = quoted("One.\n\nTwo.\n\n\nThree.", "en")
    assert said == ("“One,” said Dana Whitlock, Head of Training.\n\n“Two.\n\n“Three.”")
    assert quoted("واحد.\n\nاثنان.", "ar").split("\n\n") == [
        "بحسب ليلى منصور، مديرة الميناء: «واحد.",
        "«اثنان».",
    ]


@pytest.mark.parametrize("verb", ["added", "told reporters"])
def test_another_verb_may_be_chosen(verb: str) -> None:
    assert f",” {verb} Dana" in quoted(WORDS["en"], "en", verb=verb)


def test_who_has_no_title_is_named_alone() -> None:
    who = Attribution(name="Jane Roe")
    assert attributed_quote("We do.", who, "en") == "“We do,” said Jane Roe."
    assert attributed_quote("训练。", Attribution(name="王小明"), "zh") == "王小明表示：“训练。”"


def test_an_office_that_could_be_taken_for_a_name_stands_in_brackets() -> None:
    assert quoted("训练。", "zh", name="李华", title="新闻处干事").startswith(
        "李华（新闻处干事）表示"
    )


def test_names_and_titles_are_no_markup() -> None:
    said = quoted("We do.", "en", name="J*ne R*e", title="Head of <b>Press</b> [acting]")
    assert said.endswith(r"J\*ne R\*e, Head of &lt;b>Press&lt;/b> \[acting\].")


@pytest.mark.parametrize(("words", "name"), [(" \n ", "Jane Roe"), ("Words.", " ")])
def test_a_quote_needs_words_and_somebody_who_says_them(words: str, name: str) -> None:
    with pytest.raises(ValueError, match="quote"):
        attributed_quote(words, Attribution(name=name), "en")


# Names and titles -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Jane Roe", "Jane Roe"),
        ("J. Roe", f"J.{NO_BREAK}Roe"),
        ("J. R. Roe", f"J.{NO_BREAK}R.{NO_BREAK}Roe"),
        ("Dr. Asma Nader", f"Dr.{NO_BREAK}Asma Nader"),
        ("M. Paul d’Arcelle", f"M.{NO_BREAK}Paul d’Arcelle"),
        ("  Jane   Roe ", "Jane Roe"),
    ],
)
def test_a_name_is_not_broken_behind_what_is_short(name: str, printed: str) -> None:
    assert unbroken(name) == printed


@pytest.mark.parametrize(
    ("role", "office", "language", "line"),
    [
        ("Head of Press", "Harbour Trust", "en", "Head of Press, Harbour Trust"),
        ("", "Harbour Trust", "en", "Harbour Trust"),
        ("مديرة", "الميناء", "ar", "مديرة، الميناء"),
        ("主任", "港口", "zh", "港口主任"),
        ("Head of Press", "港口", "zh", "Head of Press, 港口"),
        ("局長", "港湾局", "ja", "港湾局局長"),
    ],
)
def test_role_and_office_stand_as_the_language_orders_them(
    role: str, office: str, language: str, line: str
) -> None:
    assert title_line(role, office, language) == line


def test_nor_is_it_in_the_paragraph() -> None:
    said = quoted("We do.", "en", name="Dr. Jane Roe")
    assert said == f"“We do,” said Dr.{NO_BREAK}Jane Roe, Head of Training."


# And the way back -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "verb"), [(tag, verb) for tag in WORDS for verb in speech_verbs(tag)]
)
def test_whoever_is_quoted_is_found_again(language: str, verb: str) -> None:
    (found,) = find_quotes(quoted(WORDS[language], language, verb=verb), language)
    assert found.text.rstrip(",。") == WORDS[language]
    assert found.speaker == WHO[language][0]


@pytest.mark.parametrize(("language", "name", "title"), OTHERS)
def test_so_are_names_of_other_shapes(language: str, name: str, title: str) -> None:
    (found,) = find_quotes(quoted(WORDS[language], language, name=name, title=title), language)
    assert found.speaker is not None
    assert name.endswith(found.speaker.replace(NO_BREAK, " "))


def test_a_quote_among_other_paragraphs_is_found_with_its_speaker() -> None:
    body = f"The works began today.\n\n{quoted(WORDS['en'], 'en')}\n\nThey end in May."
    assert find_quotes(body, "en") == (FoundQuote(text=f"{WORDS['en']},", speaker="Dana Whitlock"),)


@given(st.text(min_size=1), st.text(), st.sampled_from([*WORDS, "sv", "und"]))
def test_any_words_and_any_title_make_a_paragraph(words: str, title: str, language: str) -> None:
    who = Attribution(name="Jane Roe", title=title)
    try:
        said = attributed_quote(words, who, language)
    except ValueError:
        assert not words.strip()
    else:
        assert "Jane Roe" in said
