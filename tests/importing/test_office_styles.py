import pytest
from lxml.html import fromstring

from newsdesk.importing.office_styles import StyleSheet, declared, is_hidden, slant, weight

SHEET = """<STYLE><!-- /* Styles */ p.MsoNormal, .lead {font-weight:bold; color:red}
@list l0:level2 {mso-level-number-format:alpha-lower;} @list l1:level1 {mso-level-text:x;}
p {font-style:italic} --></STYLE>text<style>.lead{font-style:italic}</style>"""


@pytest.mark.parametrize(
    ("html", "values"),
    [
        ("<p class=MsoNormal>", {"font-weight": "bold", "color": "red"}),
        ("<b class='x lead'>", {"font-weight": "bold", "color": "red", "font-style": "italic"}),
        ("<p class=lead style='FONT-WEIGHT: Normal !important'>",
         {"font-weight": "normal", "color": "red", "font-style": "italic"}),
        ("<p>", {}),
    ],
)  # fmt: skip
def test_rules_of_classes_and_the_style_itself_are_read(html: str, values: dict[str, str]) -> None:
    assert StyleSheet(SHEET).of(fromstring(html)) == values


def test_a_sheet_tells_how_a_list_counts() -> None:
    sheet = StyleSheet(SHEET)
    assert sheet.number_format("l0", 2) == "alpha-lower"
    assert sheet.number_format("l1", 1) == "decimal"
    assert sheet.number_format("l2", 1) is None


def test_a_sheet_without_an_end_is_none() -> None:
    assert StyleSheet("<style>.a{font-weight:bold}").of(fromstring("<p class=a>")) == {}


@pytest.mark.parametrize(
    ("style", "bold", "italic"),
    [
        ("font-weight:700", True, None),
        ("font-weight:400", False, None),
        ("font-weight:inherit;font-style:normal", None, False),
        ("font:italic 12pt Arial", None, True),
        ("mso-bidi-font-weight:bold", None, None),
    ],
)
def test_bold_and_italic_are_said_or_not(
    style: str, bold: bool | None, italic: bool | None
) -> None:
    values = declared(style)
    assert (weight(values), slant(values)) == (bold, italic)


@pytest.mark.parametrize("style", ["display:none", "visibility: hidden", "mso-hide:all"])
def test_what_is_hidden_is_known(style: str) -> None:
    assert is_hidden(declared(style))
    assert not is_hidden(declared("display:block"))
