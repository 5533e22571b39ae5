import pytest

from newsdesk.importing.html_tree import events, is_read, tree_of
from tests.importing.watchdog import AT_ONCE, allowed


def words(html: str) -> list[str]:
    """Return what is read of a page."""
    root = tree_of(html)
    if root is None:
        return []
    found: list[str] = []
    for event, element in events(root):
        found += ((element.text if event == "start" else element.tail) or "").split()
    return found


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>gone()</script>",
        "<style>p { gone: gone }</style>",
        "<!-- gone -->",
        "<template>gone</template>",
        "<noscript>gone</noscript>",
        "<svg><text>gone</text><script>gone</script></svg>",
        "<math><mtext>gone</mtext></math>",
        "<iframe srcdoc='gone'>gone</iframe>",
        "<object>gone</object>",
        "<select><option>gone</select>",
        "<textarea>gone</textarea>",
        "<p hidden>gone</p>",
        "<div style='color:red; DISPLAY : none'>gone<p>gone</p></div>",
        "<span style='visibility:hidden'>gone</span>",
        "<span style='mso-hide:all'>gone</span>",
        "<dialog>gone</dialog>",
        "<?gone gone?>",
    ],
)
def test_what_nobody_reads_is_left_out_and_what_stands_behind_it_stays(hidden: str) -> None:
    assert words(f"<p>before</p>{hidden} after") == ["before", "after"]


@pytest.mark.parametrize("html", ["", " \n", "<!-- a -->", "\0", "<!doctype html>", "<script>"])
def test_a_page_that_says_nothing_has_no_words(html: str) -> None:
    assert words(html) == []


@pytest.mark.parametrize(
    "html",
    [
        "one<p>two",
        "<p>one</div> two</p>",
        "<table><tr><p>one<td>two",
        "<b><p>one</b> two",
        "o\0ne\x08 two",
        "<html><html><body><body>one<p>two</body></html>",
        "<p title='<'>one</p>two <",
    ],
)
def test_broken_html_is_read_as_a_browser_would(html: str) -> None:
    assert words(html)[:2] == ["one", "two"]


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "a", "font", "svg", "template", "x-y"])
def test_what_is_nested_without_end_is_read_and_at_once(tag: str) -> None:
    with allowed(AT_ONCE):
        assert words(f"one <{tag}>" * 100_000 + "two <p>three")[-2:] == ["two", "three"]


def test_a_very_long_text_is_not_cut_off() -> None:
    root = tree_of(f"<p>{'a' * 12_000_000}</p><p>end</p>")
    assert root is not None
    assert sum(map(len, root.itertext())) == 12_000_003


def test_an_element_that_is_shown_is_read() -> None:
    root = tree_of("<dialog open>one</dialog><p style='display:block'>two")
    assert root is not None
    assert all(is_read(element) for element in root.iter())
