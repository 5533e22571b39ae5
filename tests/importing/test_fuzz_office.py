"""HTML of word processors, whole and broken: read soon, and every word that is seen is kept."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.office_html import office_text
from tests.importing.kept_words import words
from tests.importing.page_grammar import Page, broken, fragments
from tests.importing.watchdog import allowed

FEWER = settings(max_examples=settings().max_examples // 3)
WORDS = st.lists(
    st.sampled_from(
        [
            "harbour",
            "crews",
            "winter",
            "Lorne",
            "Skerry",
            "train",
            "boats",
            "über",
            "الميناء",
            "港口",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
STYLES = st.sampled_from(
    ("", "font-weight:700", "font-style:italic", "vertical-align:super", "mso-outline-level:2",
     "font-weight:normal;mso-bidi-font-weight:bold", "mso-spacerun:yes", "border:none")
)  # fmt: skip
INLINE = st.sampled_from(("span", "b", "i", "a", "st1:place", "o:p", "ins", "font", "u", "sup"))
HIDDEN = st.sampled_from(
    ("<!--[if gte mso 9]><xml><w:View>unseen</w:View></xml><![endif]-->", "<![if !supportLists]>",
     "<![endif]>", "<!--EndComment-->", "<del>unseen</del>", "<o:p>&nbsp;</o:p>", "<br>",
     "<span style='mso-hide:all'>unseen</span>", "<style>.x{font-weight:bold}</style>", "<hr>",
     "<span class=MsoCommentReference><a href='#_msocom_1'>unseen</a></span>", "<p></p>")
)  # fmt: skip


@st.composite
def inline(draw: st.DrawFn) -> Page:
    text, tag, style = draw(WORDS), draw(INLINE), draw(STYLES)
    if draw(st.booleans()):
        inner = draw(inline())
        return Page(f"{text} <{tag} style='{style}'>{inner.source}</{tag}>", f"{text} {inner.main}")
    return Page(f"<{tag} style='{style}' class=x>{text}</{tag}>", text)


@st.composite
def paragraph(draw: st.DrawFn) -> Page:
    """A paragraph, an item of one of Word's lists, of Google's, or a row of a table."""
    text = draw(inline())
    level, list_id = draw(st.integers(1, 5)), draw(st.sampled_from(("l0", "l1")))
    marker = f"<span style='mso-list:Ignore'>{draw(st.sampled_from('·o§–'))}</span>"
    source = draw(
        st.sampled_from(
            (
                f"<p class=MsoNormal>{text.source}</p>",
                (
                    f"<p class=MsoListParagraph style='mso-list:{list_id} level{level} lfo1'>"
                    f"<![if !supportLists]>{marker}<![endif]>{text.source}</p>"
                ),
                f"<p class=MsoListParagraphCxSpMiddle>{text.source}</p>",
                f"<ul class='lst-kix_a-{level - 1}'><li>{text.source}</ul>",
                f"<ul><ul><li aria-level={level}>{text.source}</ul></ul>",
                (
                    f"<div class=ListContainerWrapper><ol start={level}>"
                    f"<li data-aria-level={level}>{text.source}</ol></div>"
                ),
                f"<table border={level - 1}><tr><td>{text.source}<td></table>",
                f"<h{level}>{text.source}</h{level}>",
            )
        )
    )
    return Page(source, text.main)


@st.composite
def texts(draw: st.DrawFn) -> Page:
    parts = draw(st.lists(paragraph(), max_size=8))
    source = "".join(draw(HIDDEN) + part.source for part in parts)
    if draw(st.booleans()):
        source = f"Version:1.0\n<html><body>\n<!--StartFragment-->{source}<!--EndFragment--></html>"
    return Page(source, " ".join(part.main for part in parts))


def kept(source: str) -> Counter[str]:
    with allowed():
        text = office_text(source)
    return words(f"{text.markdown}\n{text.notes}")


@FEWER
@given(page=texts())
def test_every_word_that_is_seen_is_kept_and_none_that_is_not(page: Page) -> None:
    found = kept(page.source)
    assert words(page.main) - found == Counter()
    assert "unseen" not in found


@FEWER
@given(page=texts().flatmap(broken) | fragments() | fragments().flatmap(broken))
def test_so_it_is_where_the_html_is_broken(page: Page) -> None:
    assert words(page.main) - kept(page.source) == Counter()


@FEWER
@given(page=texts(), data=st.data())
def test_what_is_torn_is_read_as_far_as_it_goes(page: Page, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(page.source)))
    last = data.draw(st.integers(first, len(page.source)))
    kept(page.source[:first] + page.source[last:])


@FEWER
@given(
    st.lists(
        st.sampled_from(
            ["<p ", "style='mso-list:l0 level1'", "<a href=#a name=b>1</a>", "<a href=#b name=a>1",
             "</a>", "<ul>", "<li>", "</ul>", "<div id=a>", "</div>", "<table>", "<td>", "<style>",
             "{", "}", ".x", "<!--StartFragment-->", "<![if", "]>", ">", "x ", "<hr>", "<del>"]
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_any_signs_of_word_processors_come_to_an_end(source: str) -> None:
    kept(source)
