import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.speakers import names_pronoun, speaker_in
from newsdesk.rendering.speech_words import SPEECH

LANGUAGES = [*SPEECH, "pt-BR", "fa", "tlh", ""]


@pytest.mark.parametrize(
    ("clause", "language", "speaker"),
    [
        ("said Dana Whitlock, head of training", "en", "Dana Whitlock"),
        ("Dana Whitlock, head of training at Harbour Office, said", "en", "Dana Whitlock"),
        ("said Harbour Office chief Dana Whitlock", "en", "Dana Whitlock"),
        ("said Prime Minister Dana Whitlock", "en", "Dana Whitlock"),
        ("Dr. Dana Whitlock said", "en", "Dana Whitlock"),
        ("a déclaré Jeanne Corbin, directrice du port", "fr", "Jeanne Corbin"),
        ("afirmó Juana Belmonte, directora", "es", "Juana Belmonte"),
        ("sagte Jana Rohwedder, Leiterin des Hafens", "de", "Jana Rohwedder"),
        ("ha dichiarato Anna Colonnese", "it", "Anna Colonnese"),
        ("afirmou Joana da Silva Siqueira", "pt-BR", "Joana da Silva Siqueira"),
        ("сказала Анна Лаврухина", "ru", "Анна Лаврухина"),
        ("قالت ليلى منصور", "ar", "ليلى منصور"),
        ("قالت المديرة ليلى منصور، التي تعمل في الميناء", "ar", "ليلى منصور"),
        ("王小明说", "zh", "王小明"),
        ("公司总裁王小明表示", "zh", "王小明"),
        ("王小明女士强调", "zh", "王小明"),
        ("安娜·科隆纳说", "zh", "安娜·科隆纳"),
        ("Dana Whitlock说", "zh", "Dana Whitlock"),
        ("社長の山田花子は", "ja", "山田花子"),
        ("山田花子氏は", "ja", "山田花子"),
    ],
)
def test_the_name_beside_the_verb_speaks(clause: str, language: str, speaker: str) -> None:
    assert speaker_in(clause, language) == speaker


@pytest.mark.parametrize(
    ("clause", "language", "speaker"),
    [
        ("Whitlock said", "en", "Whitlock"),
        ("Captain Whitlock said", "en", "Captain Whitlock"),
        ("said Mr. Whitlock", "en", "Mr. Whitlock"),
        ("Frau Rohwedder sagte", "de", "Frau Rohwedder"),
        ("The Prime Minister said", "en", "The Prime Minister"),
    ],
)
def test_a_surname_a_title_and_an_office_may_speak(
    clause: str, language: str, speaker: str
) -> None:
    assert speaker_in(clause, language) == speaker


@pytest.mark.parametrize(
    ("clause", "language", "speaker"),
    [
        ("Ahmed al-Mansur said", "en", "Ahmed al-Mansur"),
        ("said Ahmed al-Mansur, director", "en", "Ahmed al-Mansur"),
        ("said Ahmed bin Rashid, director", "en", "Ahmed bin Rashid"),
        ("said Ahmed ibn al-Mansur", "en", "Ahmed ibn al-Mansur"),
        ("said Jan van der Rohe", "en", "Jan van der Rohe"),
        ("a déclaré Jeanne d’Arcelle", "fr", "Jeanne d’Arcelle"),
        ("afirmó Juana de la Vega, directora", "es", "Juana de la Vega"),
        ("ha dichiarato Anna dell’Orto", "it", "Anna dell’Orto"),
        ("afirmou Joana dos Siqueira", "pt", "Joana dos Siqueira"),
        ("sagte Jana von Rohwedder", "de", "Jana von Rohwedder"),
        ("sagte Jana Rohwedder von der Harbour Blau", "de", "Jana Rohwedder"),
    ],
)
def test_small_words_inside_a_name_are_part_of_it(clause: str, language: str, speaker: str) -> None:
    assert speaker_in(clause, language) == speaker


@pytest.mark.parametrize(
    ("clause", "language", "speaker"),
    [
        ("Said Dana Whitlock, head of training", "en", "Dana Whitlock"),
        ("Said Whitlock", "en", "Whitlock"),
        ("Said Mansur said", "en", "Said Mansur"),
        ("Сказала Анна Лаврухина", "ru", "Анна Лаврухина"),
        ("Selon Jeanne Corbin", "fr", "Jeanne Corbin"),
        ("Laut Jana Rohwedder", "de", "Jana Rohwedder"),
        ("In Geneva, Dana Whitlock said", "en", "Dana Whitlock"),
        ("Pour Jeanne Corbin, souligne", "fr", "Jeanne Corbin"),
    ],
)
def test_the_capital_that_begins_a_sentence_makes_no_name(
    clause: str, language: str, speaker: str
) -> None:
    assert speaker_in(clause, language) == speaker


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        ("said the head of Harbour Blue", "en"),
        ("Said the head of the Harbour Blue", "en"),
        ("a déclaré le directeur d’Acme Bleu", "fr"),
        ("afirmó la directora de Puerto Azul", "es"),
        ("sagte die Leiterin von Harbour Blau", "de"),
    ],
)
def test_what_a_speaker_is_the_head_of_does_not_speak(clause: str, language: str) -> None:
    assert speaker_in(clause, language) is None


@pytest.mark.parametrize(
    ("clause", "language", "speaker"),
    [
        ("According to Dana Whitlock", "en", "Dana Whitlock"),
        ("In the words of Dana Whitlock", "en", "Dana Whitlock"),
        ("As told by Dana Whitlock", "en", "Dana Whitlock"),
        ("Statement by Dana Whitlock:", "en", "Dana Whitlock"),
        ("De acordo com Joana Siqueira", "pt", "Joana Siqueira"),
        ("said Harbour Head of Office Dana Whitlock", "en", "Dana Whitlock"),
        ("Corbin and Dana Whitlock said", "en", "Dana Whitlock"),
    ],
)
def test_a_speaker_may_stand_behind_a_preposition(clause: str, language: str, speaker: str) -> None:
    assert speaker_in(clause, language) == speaker


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        *(("", language) for language in LANGUAGES),
        ("she said", "en"),
        ("the office said", "en"),
        ("sagte die Leiterin", "de"),
        ("сказала она", "ru"),
        ("قال المدير العام", "ar"),
        ("他说", "zh"),
        ("同社は", "ja"),
    ],
)
def test_where_no_name_stands_nobody_speaks(clause: str, language: str) -> None:
    assert speaker_in(clause, language) is None


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        ("she said", "en"),
        ("He added", "en-GB"),
        ("a-t-il ajouté", "fr"),
        ("dit-elle", "fr"),
        ("dijo ella", "es"),
        ("disse ele", "pt-BR"),
        ("ha detto lui", "it"),
        ("sagte er", "de"),
        ("сказала она", "ru"),
        ("他说", "zh"),
        ("同氏は", "ja"),
    ],
)
def test_a_pronoun_points_back(clause: str, language: str) -> None:
    assert names_pronoun(clause, language)


@pytest.mark.parametrize(
    ("clause", "language"),
    [("the shed said", "en"), ("sheer luck", "en"), ("", "fr"), ("قالت ليلى", "ar"), ("he", "tlh")],
)
def test_part_of_a_word_is_no_pronoun(clause: str, language: str) -> None:
    assert not names_pronoun(clause, language)


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["said ", "Dana ", "the ", "Dr. ", ", ", "说", "は", "社長"])).map(
        "".join
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_clause_names_somebody_or_nobody(clause: str, language: str) -> None:
    speaker = speaker_in(clause, language)
    assert speaker is None or speaker.strip()
    assert names_pronoun(clause, language) in {True, False}


@pytest.mark.parametrize("language", SPEECH)
@pytest.mark.parametrize("character", ["a", " ", ",", "«", "\0"])
def test_a_long_run_of_one_character_names_nobody(language: str, character: str) -> None:
    assert speaker_in(character * 100_000, language) is None


@pytest.mark.parametrize("language", ["ja", "zh", "en"])
@pytest.mark.parametrize("character", ["A", "山", "在", "还"])
def test_a_megabyte_of_one_character_is_read(language: str, character: str) -> None:
    speaker = speaker_in(character * 1_000_000, language)
    assert speaker is None or set(speaker) == {character}


def test_many_adverbs_before_a_chinese_verb_are_read() -> None:
    assert speaker_in("在" * 200 + "，张表示", "zh") is None
    assert speaker_in("王小明今天在北京表示", "zh") == "王小明"
