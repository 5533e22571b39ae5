import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.quotation_marks import QuotationMarks
from newsdesk.rendering.typography import punctuated, quotation_marks

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“a ‘b’ c”"),
        ("en-US", "“a ‘b’ c”"),
        ("fr", f"«{THIN}a “b” c{THIN}»"),
        ("es", "«a “b” c»"),
        ("de", "„a ‚b‘ c“"),
        ("de-CH", "«a ‹b› c»"),
        ("ru", "«a „b“ c»"),
        ("zh", "“a ‘b’ c”"),
        ("ja", "「a 『b』 c」"),
        ("ar", "«a “b” c»"),
        ("tlh", "“a ‘b’ c”"),
    ],
)
def test_each_language_has_its_quotation_marks(language: str, quoted: str) -> None:
    marks = quotation_marks(language)
    inner = f"{marks.left_single}b{marks.right_single}"
    assert f"{marks.left_double}a {inner} c{marks.right_double}" == quoted


def test_english_is_the_default() -> None:
    assert quotation_marks("en") == QuotationMarks()


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Migration : un appel", "Migration_: un appel"),
        ("Attention!", "Attention_!"),
        ("Vraiment ?!", "Vraiment_?!"),
        ("Oui ; non", "Oui_; non"),
        ("Il dit : « Venez ! »", "Il dit_: «_Venez_!_»"),
        ("«Venez»", "«_Venez_»"),
        ("« Venez\N{NO-BREAK SPACE}»", "«_Venez_»"),
        ("(Pourquoi ?)", "(Pourquoi_?)"),
        ("à 11:30 précises", "à 11:30 précises"),
        ("(?)", "(?)"),
        ("Voir https://example.org/a?b=c:d ; merci", "Voir https://example.org/a?b=c:d_; merci"),
        ("Voir www.example.org ?", "Voir www.example.org_?"),
        ("(https://example.org/?)", "(https://example.org/?)"),
        ("écrire à a@example.org: vite", "écrire à a@example.org: vite"),
        ("ligne\n: suite", "ligne\n: suite"),
    ],
)
def test_french_has_thin_spaces_at_high_punctuation(typed: str, set_: str) -> None:
    assert punctuated(typed, "fr") == set_.replace("_", THIN)


def test_canadian_french_has_them_only_at_the_colon_and_inside_guillemets() -> None:
    assert punctuated("Vraiment? Oui : «là»!", "fr-CA") == f"Vraiment? Oui{THIN}: «{THIN}là{THIN}»!"


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh", "de"])
def test_other_languages_come_back_unchanged(language: str) -> None:
    assert punctuated("«a» : b !", language) == "«a» : b !"


FRENCH = st.text(alphabet="ab1 :;!?«»()[]\"'@/.\n\N{NO-BREAK SPACE}" + THIN, max_size=40)


@given(FRENCH | st.text(max_size=40), st.sampled_from(["fr", "fr-CA", "fr-CH"]))
def test_setting_the_spaces_twice_changes_nothing(text: str, language: str) -> None:
    once = punctuated(text, language)
    assert punctuated(once, language) == once


@given(FRENCH | st.text(max_size=40))
def test_only_spaces_are_ever_changed(text: str) -> None:
    assert re.sub(r"\s", "", punctuated(text, "fr")) == re.sub(r"\s", "", text)
