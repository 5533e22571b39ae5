import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.media import NamedMedia
from newsdesk.importing.shortcodes import unfolded
from tests.importing.watchdog import AT_ONCE, allowed

SITE = "https://a.example.org/"
PICTURES = {"7": "https://a.example.org/seven.jpg", "8": "https://a.example.org/eight.jpg"}


def html(post: str) -> str:
    return unfolded(post, PICTURES, SITE).html


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("One.\n\nTwo\nlines.\r\n\r\nThree.", "<p>One.</p><p>Two<br>lines.</p><p>Three.</p>"),
        ("One.\n\n<h2>A\nhead</h2>\n\nTwo.", "<p>One.</p><h2>A\nhead</h2><p>Two.</p>"),
        ("A.\n<ul>\n<li>a\n\nb</li>\n</ul>\nB.", "<p>A.</p><ul>\n<li>a\n\nb</li>\n</ul><p>B.</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<div>One.\n\nTwo.</div>", "<div><p>One.</p><p>Two.</p></div>"),
        ("<p>One.\nTwo.</p>", "<p>One.\nTwo.</p>"),
        ("<p>One.\n\n<p>Two.", "<p>One.\n\n<p>Two."),
        ("A <b>bold</b> <a href='x'>link</a>.", "<p>A <b>bold</b> <a href='x'>link</a>.</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_empty_lines_part_paragraphs_where_nothing_else_does(post: str, expected: str) -> None:
    assert html(post) == expected


def test_a_post_of_the_block_editor_is_left_as_it_is() -> None:
    post = "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\nTwo."
    assert html(post) == post


@pytest.mark.parametrize(
    "post",
    [
        "He said “we [sic] go”.",
        "A note[1] and [2].",
        "Write to press[at]example.org.",
        "[insert quote]",
        "[Photo: Tom Arden]",
        "Colombo Process [a]",
        "[[double]",
        "[]",
        "[ gallery ]",
    ],
)
def test_words_in_brackets_are_words(post: str) -> None:
    assert unfolded(post, PICTURES).html == f"<p>{post}</p>"
    assert unfolded(post, PICTURES).dropped == []


@pytest.mark.parametrize(
    ("post", "expected", "dropped"),
    [
        ("[vc_row][vc_column_text]Text.[/vc_column_text][/vc_row]", "Text.",
         ["[vc_row]", "[vc_column_text]"]),
        ('[button color="red"]Go[/button]', "Go", ['[button color="red"]']),
        ("[highlight]Go[/highlight]", "Go", ["[highlight]"]),
        ('[contact-form-7 id="9"]', "", ['[contact-form-7 id="9"]']),
        ("[embed]https://v.example.org/1[/embed]", "https://v.example.org/1", []),
        ("Write [[gallery]] to show pictures.", "Write [gallery] to show pictures.", []),
        ('[a b="1"/]', "[a b=\"1\"/]", []),
    ],
)  # fmt: skip
def test_marks_go_and_what_they_enclose_stays(post: str, expected: str, dropped: list[str]) -> None:
    read = unfolded(post, PICTURES)
    assert read.html == (f"<p>{expected}</p>" if expected else "")
    assert read.dropped == dropped


def test_a_caption_is_that_of_its_picture() -> None:
    picture = '<a href="/l"><img src="/a.jpg" alt="A"></a>'
    read = unfolded(f'A.\n[caption width="3"]{picture} At sea[/caption]\nB.', PICTURES, SITE)
    figure = f"<figure>{picture}<figcaption>At sea</figcaption></figure>"
    assert read.html == f"<p>A.</p>{figure}<p>B.</p>"
    assert read.media == (
        NamedMedia(address="https://a.example.org/a.jpg", alt="A", caption="At sea"),
    )


def test_a_caption_as_it_was_written_before_is_read_too() -> None:
    read = unfolded('[caption caption="At sea"]<img src="/a.jpg">[/caption]', PICTURES, SITE)
    assert [one.caption for one in read.media] == ["At sea"]


@pytest.mark.parametrize("post", ["[caption]Text.", "Text.[/caption]", "[caption][/caption]Text."])
def test_half_a_caption_loses_no_words(post: str) -> None:
    assert "Text." in html(post)


def test_galleries_and_players_name_their_media() -> None:
    post = (
        '[gallery ids="7, 8,9"] [audio mp3="/a.mp3"][/audio] [video src="https://b.example.org/v"]'
        '[playlist ids="7"] [video src="javascript:x"]'
    )
    assert [one.address for one in unfolded(post, PICTURES, SITE).media] == [
        *PICTURES.values(),
        "https://a.example.org/a.mp3",
        "https://b.example.org/v",
    ]


@pytest.mark.parametrize(
    "post",
    [
        "[caption]" * 60_000, "[" * 500_000, "[a " * 200_000, "[gallery ids='" * 50_000,
        "[/caption]" * 60_000, "<pre>" * 100_000, "<p>" * 200_000, "\n" * 500_000, " \n" * 300_000,
        '[a b="' * 100_000, "[caption]<img [/caption]" * 20_000, "[x_y]" * 100_000,
    ],
    ids=lambda post: post[:12],
)  # fmt: skip
def test_nothing_takes_long(post: str) -> None:
    with allowed(AT_ONCE):
        unfolded(post, PICTURES, SITE)


@given(
    st.lists(
        st.sampled_from(
            ["[caption]", "[/caption]", "[gallery]", "word", "[sic]", "<img src=a>", "\n", "<p>",
             "</p>", "[[x]]", "[a_b c=1]", "<!-- wp:x -->", "]", "["]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_no_word_is_lost(post: str) -> None:
    assert html(post).count("word") == post.count("word")
