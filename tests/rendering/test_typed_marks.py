"""The marks that keys write, language by language.

Each text is typed key by key as a person types it; `_` is a narrow no-break space.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.typed_marks import KEYS, correction
from newsdesk.rendering.typography import THIN, quotation_marks

LANGUAGES = (
    "en",
    "en-US",
    "fr",
    "fr-CA",
    "de",
    "de-CH",
    "es",
    "ru",
    "ar",
    "zh",
    "zh-TW",
    "ja",
    "sv",
)


def typed(keys: str, language: str, after: str = "") -> str:
    """Return what stands in the line once all of `keys` were typed before `after`."""
    line = ""
    for key in keys:
        line += key
        if key in KEYS and (found := correction(line, after, language)):
            line = line[: -found.replaced] + found.text
    return line.replace(THIN, "_")


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("en", 'He said: "Come in."', "He said: “Come in.”"),
        ("en-US", '"Yes," she said.', "“Yes,” she said."),
        ("en", "\"I said 'come in'\"", "“I said ‘come in’”"),
        ("en", '("the pier")', "(“the pier”)"),
        ("en", '**"Ports"** and *"piers"*', "**“Ports”** and *“piers”*"),
        ("en", 'the **"port"**', "the **“port”**"),
        ("en", '"He was--"', "“He was–”"),
        ("en", 'so--"the port"', "so–“the port”"),
        ("en", '[“x” "report"](', "[“x” “report”]("),
        ("en", '"see https://example.org"', "“see https://example.org”"),
        ("en", 'see "[the report](https://example.org)"', "see “[the report](https://example.org)”"),
        ("en", '> "Said', "> “Said"),
        ("en", '>"Said', ">“Said"),
        ("en", '- "Said', "- “Said"),
        ("en", '| "Said" | "no" |', "| “Said” | “no” |"),
        ("en", '## "Said"', "## “Said”"),
        ("en", '[^1]: "Said"', "[^1]: “Said”"),
        ("en", '*"Said"*', "*“Said”*"),
        ("en", '""', "“”"),
        ("fr", 'Il dit "oui"', "Il dit «_oui_»"),
        ("fr", 'Il dit " oui"', "Il dit «_oui_»"),
        ("fr", 'Il dit "le "oui" franc"', "Il dit «_le “oui” franc_»"),
        ("fr", "l'\"Agence\" d'ici", "l’«_Agence_» d’ici"),
        ("fr-CA", '"oui"', "«_oui_»"),
        ("de", 'Er sagt "ja"', "Er sagt „ja“"),
        ("de", "Er sagt: \"Ich sagte 'ja'\"", "Er sagt: „Ich sagte ‚ja‘“"),
        ("de-CH", '"ja"', "«ja»"),
        ("es", 'Dijo "el "sí" final"', "Dijo «el “sí” final»"),
        ("es", '¿"Sí"?', "¿«Sí»?"),
        ("ru", 'Он сказал: "фильм "Порт" вышел"', "Он сказал: «фильм „Порт“ вышел»"),
        ("uk", "м'яч", "м’яч"),
        ("ar", 'قال "نعم" اليوم', "قال «نعم» اليوم"),
        ("zh", '他说"好的"。', "他说“好的”。"),
        ("zh-TW", "他說\"看'書'\"。", "他說「看『書』」。"),
        ("ja", '彼は"はい"と言う。', "彼は「はい」と言う。"),
        ("sv", 'Han sa "ja" igen', "Han sa ”ja” igen"),
        ("it", "l'\"Agenzia\"", "l’“Agenzia”"),
    ],
)  # fmt: skip
def test_quotation_marks(language: str, keys: str, expected: str) -> None:
    assert typed(keys, language) == expected


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("en", "don't", "don’t"),
        ("en", "the ports' crews", "the ports’ crews"),
        ("en", "'It's open'", "‘It’s open’"),
        ("en", "in the '90s", "in the ’90s"),
        ("en", "'90 ships'", "‘90 ships’"),
        ("fr", "aujourd'hui l'eau", "aujourd’hui l’eau"),
        ("fr", '"dit "l\'eau""', "«_dit “l’eau”_»"),
        ("de", "geht's", "geht’s"),
        ("ru", "Жанна д'Арк", "Жанна д’Арк"),
        ("ja", "it's", "it’s"),
    ],
)
def test_apostrophes(language: str, keys: str, expected: str) -> None:
    assert typed(keys, language) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("2019--2026", "2019–2026"),
        ("open -- at last", "open – at last"),
        ("open---at last", "open—at last"),
        ("well-known", "well-known"),
        ("a---- b", "a—- b"),
        ("--", "--"),
        ("---", "---"),
        ("- - -", "- - -"),
        ("-- Yes", "– Yes"),
        ("> --- Tomas", "> — Tomas"),
        ("> ---", "> ---"),
        ("| --- | ---: |", "| --- | ---: |"),
        ("|---|", "|---|"),
        ("- a -- b", "- a – b"),
        ("<!-- note -->", "<!-- note -->"),
        ("wait...", "wait…"),
        ("wait....", "wait…."),
        ("a. b. c.", "a. b. c."),
    ],
)
def test_dashes_and_dots(keys: str, expected: str) -> None:
    assert typed(keys, "en") == expected


def test_a_dash_that_was_taken_back_can_still_become_the_long_one() -> None:
    found = correction("open---", "", "en")
    assert found is not None
    assert (found.replaced, found.text) == (3, "—")


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("fr", "Migration : un appel", "Migration_: un appel"),
        ("fr", "Migration: un appel", "Migration_: un appel"),
        ("fr", "Attention!", "Attention_!"),
        ("fr", "Vraiment ?!", "Vraiment_?!"),
        ("fr", "Oui ; non", "Oui_; non"),
        ("fr", '"Venez !"', "«_Venez_!_»"),
        ("fr", "**Note**: oui", "**Note**_: oui"),
        ("fr", "à 11:30 précises", "à 11:30 précises"),
        ("fr", "en 2026: oui", "en 2026_: oui"),
        ("fr", "(?)", "(?)"),
        ("fr", "https://example.org/?a", "https://example.org/?a"),
        ("fr", "mailto:a@example.org", "mailto:a@example.org"),
        ("fr", "AT&amp;T", "AT&amp;T"),
        ("fr", "[^1]: note", "[^1]: note"),
        ("fr", "[site]: https://example.org", "[site]: https://example.org"),
        ("fr", "*[OIM]: Organisation", "*[OIM]: Organisation"),
        ("fr", "| :--- | ---: |", "| :--- | ---: |"),
        ("fr", "| a | :", "| a | :"),
        ("fr", ": définition", ": définition"),
        ("fr", "- : non", "- : non"),
        ("fr", "[lien](https://example.org)!", "[lien](https://example.org)_!"),
        ("fr", "Voici ![le port](port.jpg)", "Voici ![le port](port.jpg)"),
        ("fr-CA", "Oui : non; non!", "Oui_: non; non!"),
        ("en", "Yes : no!", "Yes : no!"),
        ("de", "Ja !", "Ja !"),
    ],
)
def test_spaces_before_high_punctuation(language: str, keys: str, expected: str) -> None:
    assert typed(keys, language) == expected


@pytest.mark.parametrize(
    "keys",
    [
        'run `say "it\'s" -- now...',
        '``a `"`',
        "```python",
        "[a](https://example.org/it's--here \"A title",
        "[a]: https://example.org \"It's",
        "see https://example.org/a--b...c?d='e",
        "www.example.org/a--b",
        "<span title=\"It's -- so",
        '<!-- "so" ...',
        '# Head {: title="so',
        "a@example.org--x",
        r"\"so\" \'so",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr", "de", "ja"])
def test_what_a_machine_reads_stays_as_typed(language: str, keys: str) -> None:
    assert typed(keys, language) == keys


@pytest.mark.parametrize(
    "keys", ["**bold**", "_so_ * __so__", "* item", "+ item", "1. item", "> said", "# head"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_of_markdown_are_left_alone(language: str, keys: str) -> None:
    assert typed(keys, language) == keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_are_those_that_the_page_sets(language: str) -> None:
    marks = quotation_marks(language)
    space = "" if language in ("ja", "zh", "zh-TW") else " "
    expected = f"a{space}{marks.left_double}b{marks.right_double}"
    assert typed(f'a{space}"b"', language) == expected.replace(THIN, "_")


def test_an_apostrophe_within_a_quotation_does_not_end_it() -> None:
    assert typed("‚Wie geht'", "de", after="s‘") == "‚Wie geht’"


_KEPT = frozenset("ab`*[](<>{|}\\#")


@given(st.text(alphabet=[*_KEPT, *"_ \"'-.:;!?"], max_size=40), st.sampled_from(LANGUAGES))
def test_nothing_but_the_marks_is_ever_changed(keys: str, language: str) -> None:
    def kept(text: str) -> list[str]:
        return [sign for sign in text if sign in _KEPT]

    assert kept(typed(keys, language)) == kept(keys)
