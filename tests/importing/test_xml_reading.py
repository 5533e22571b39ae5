import gc
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from time import process_time
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.importing.xml_reading import (
    XML_BASE,
    XML_LANG,
    Branch,
    branches,
    inner_html,
    local_name,
    root_of,
    text_of,
)

MEGABYTE = 1_000_000


def titles(raw: bytes | str) -> Iterator[str]:
    raw = raw.encode() if isinstance(raw, str) else raw
    for branch in branches(raw, "a.xml", whole={"item"}):
        if local_name(branch.element) == "item":
            yield text_of(branch.element.find("title"))


def title(text: str | bytes) -> str:
    """Return a title as it is read."""
    text = text.encode() if isinstance(text, str) else text
    return next(titles(b"<rss><channel><item><title>" + text + b"</title></item></channel></rss>"))


def whole(raw: str) -> Element:
    """Return a root `c` with all that is in it."""
    return next(branches(raw.encode(), "a.xml", whole={"c"})).element


def refusal(raw: bytes | str) -> tuple[list[str], ImportRefusedError]:
    """Return the titles that came before a file was refused, and why it was."""
    found: list[str] = []
    with pytest.raises(ImportRefusedError) as refused:
        found.extend(titles(raw))  # what was added before stays
    return found, refused.value


def read_until_refused(raw: bytes | str) -> tuple[list[str], ImportProblem | None]:
    found: list[str] = []
    try:
        for one in titles(raw):
            found.append(one)  # noqa: PERF402 - each counts, also where the next one fails
    except ImportRefusedError as refused:
        return found, refused.problem
    return found, None


ITEMS = "".join(f"<item><title>{number}</title></item>" for number in range(5))


def test_elements_come_as_they_end_with_those_around_them() -> None:
    raw = b'<rss xml:lang="fr"><channel><link>x</link><item a="1"><b>t</b></item></channel></rss>'
    seen = [
        (
            local_name(branch.element),
            [local_name(one) for one in branch.above],
            branch.inherited(XML_LANG),
            text_of(branch.element),
            len(branch.element),
        )
        for branch in branches(raw, "a.xml", whole={"item"})
    ]
    assert seen == [
        ("link", ["rss", "channel"], "fr", "x", 0),
        ("item", ["rss", "channel"], "fr", "t", 1),
        ("channel", ["rss"], "fr", "", 0),
        ("rss", [], "fr", "", 0),
    ]


def test_the_nearest_attribute_holds() -> None:
    element, outer, root = Element("a"), Element("b"), Element("c")
    outer.set(XML_BASE, "near")
    root.set(XML_BASE, "far")
    assert Branch(element, (root, outer)).inherited(XML_BASE) == "near"
    element.set(XML_BASE, "own")
    assert Branch(element, (root, outer)).inherited(XML_BASE) == "own"
    assert Branch(element, (root, outer)).inherited(XML_LANG) is None


def test_an_item_in_an_item_comes_with_the_outer_one() -> None:
    raw = "<rss><item><title>1</title><item><title>2</title></item></item></rss>"
    assert list(titles(raw)) == ["1"]


# Mended on the way in ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("AT&T opens", "AT&T opens"),
        ("a?b=1&c=2", "a?b=1&c=2"),
        ("R&D; more", "R&D; more"),
        ("Gen&egrave;ve&nbsp;&ndash; now", "Genève\u00a0– now"),
        ("&lt;b&gt; &amp;amp; &quot;&apos;", "<b> &amp; \"'"),
        ("&#8217;&#x2019;&#146;", "’’’"),
        ("b&#11;&#xFFFF;a", "ba"),
        ("&#0;", "\ufffd"),
        ("&#38;lt;", "&lt;"),
        ("&unknown; name", "&unknown; name"),
        ("a\x00b\x08c\x1fd", "abcd"),
        ("first\x0bsecond", "first\nsecond"),
        ("]]> alone", "]]> alone"),
        ("<![CDATA[AT&T <b> &nbsp;\x03]]>", "AT&T <b> &nbsp;"),
        ("<![CDATA[a]]><![CDATA[&]]> &", "a& &"),
        ("\ufffe\uffffx", "x"),
    ],
)
def test_what_xml_forbids_is_mended(written: str, read: str) -> None:
    assert title(written) == read


@pytest.mark.parametrize("piece", ["&eacute;", "<![CDATA[&é]]>", "]]>", "新", "&", "x&y"])
def test_a_piece_that_ends_within_a_sign_changes_nothing(piece: str) -> None:
    fill = 256 * 1024 - 60  # up to where the first piece of the file ends
    for before in range(40):
        expected = title(piece)
        assert title("a" * (fill + before) + piece) == "a" * (fill + before) + expected


@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="windows-1252"?>',
        "\n \ufeff<?xml version='1.0'?>",
        '<?xml version="1.1"?>',
        '\ufeff<?xml version="1.0" encoding="UTF-16"?>',
        "<?xml-stylesheet href='a.css'?><!-- a & b -->",
    ],
)
def test_a_head_that_strict_readers_refuse_is_read(head: str) -> None:
    assert list(titles(f"{head}<rss>{ITEMS}</rss>")) == ["0", "1", "2", "3", "4"]


def test_windows_letters_are_read() -> None:
    assert (
        title("The “harbour” opens in Zürich".encode("cp1252")) == "The “harbour” opens in Zürich"
    )


# Refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE rss>",
        '<!DOCTYPE rss SYSTEM "http://example.org/a.dtd">',
        '<!DOCTYPE rss [<!ENTITY a "b">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://example.org/a"> %a;]>',
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
)
def test_a_dtd_is_refused(doctype: str) -> None:
    raw = f'<?xml version="1.0"?>{doctype}<rss><item><title>&a;&c;</title></item></rss>'
    found, problem = read_until_refused(raw)
    assert (found, problem) == ([], ImportProblem.DOCTYPE)


@pytest.mark.parametrize(
    "rest", ["", "<item><title>5", "<item><title>5</item>", "<a b=>", "</wrong>", "<x:y/>"]
)
def test_what_came_before_a_fault_stands(rest: str) -> None:
    found, problem = read_until_refused(f"<rss><channel>{ITEMS}{rest}")
    assert (found, problem) == (["0", "1", "2", "3", "4"], ImportProblem.DAMAGED)


def test_a_refusal_names_the_file_and_the_place() -> None:
    _found, refused = refusal(f"<rss>\n{ITEMS}</wrong>")
    assert refused.source == "a.xml"
    assert "line 2" in refused.detail


@pytest.mark.parametrize("raw", ["", " ", "no markup at all", "{}", "\ufeff"])
def test_what_is_no_xml_is_refused(raw: str) -> None:
    assert read_until_refused(raw) == ([], ImportProblem.DAMAGED)


@pytest.mark.parametrize(
    "raw",
    [
        "<a>" * 300_000,
        "<rss><item>" + "<a>" * 300_000,
        f'<rss a="{"x" * 10 * MEGABYTE}"/>',
        "<rss><" + "a" * 10 * MEGABYTE,
        "<rss><!--" + "- " * 5 * MEGABYTE,
        "<rss><?a " + "? " * 5 * MEGABYTE,
        "<rss " + " ".join(f'a{number}="1"' for number in range(100_000)) + "/>",
        "<rss>" + "".join(f'<a xmlns:n{n}="http://x/{n}"/>' for n in range(50_000)) + "</rss>",
        "<rss>" + "&" * 2 * MEGABYTE + "</rss>",
        "<rss>" + "]" * 2 * MEGABYTE + "</rss>",
        "<rss>" + "&a" * MEGABYTE + "</rss>",
        "<rss><![CDATA[" * 100_000,
        "<!--" * 500_000,
        "<?" * 500_000,
        "<!DOCTYPE " * 200_000,
        " " * 3 * MEGABYTE,
        "\x00" * 3 * MEGABYTE,
    ],
    ids=lambda raw: raw[:24],
)
def test_nothing_takes_long(raw: str) -> None:
    start = process_time()
    read_until_refused(raw)
    root_of(raw.encode())
    assert process_time() - start < 2


# Told by its beginning --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "root"),
    [
        ("<rss>", "rss"),
        ('<?xml version="1.0"?>\n<!-- generator -->\n<rss version="2.0">', "rss"),
        ("<?xml-stylesheet href='x'?><feed xmlns='a'>", "feed"),
        ("<rdf:RDF xmlns:rdf='a'>", "rdf"),
        ('<!DOCTYPE rss PUBLIC "a" "b">\n<rss>', "rss"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss>', "rss"),
        ("<!DOCTYPE html><html>", "html"),
        ("Text <rss>", ""),
        ("", ""),
        ("< rss>", ""),
    ],
)
def test_a_root_is_found_at_the_beginning(raw: str, root: str) -> None:
    assert root_of(raw.encode())[0] == root
    assert root_of(b"\xef\xbb\xbf" + raw.encode())[0] == root
    assert root_of(raw.encode("utf-16"))[0] == root


def test_the_attributes_of_the_root_are_as_written() -> None:
    assert 'xmlns:wp="http://x"' in root_of(b'<rss version="2.0"\n xmlns:wp="http://x">\n<a>')[1]


# Pieces of it -----------------------------------------------------------------------------------


def test_xhtml_is_html_without_its_namespace() -> None:
    space = 'xmlns:h="http://www.w3.org/1999/xhtml"'
    element = whole(f"<c {space}><h:p>A <h:b>b</h:b><h:br/> &lt; c</h:p>d</c>")
    assert inner_html(element) == "<p>A <b>b</b><br> &lt; c</p>d"


@pytest.mark.parametrize("raw", ["<c/>", "<c></c>", '<c b="&gt;"/>'])
def test_an_empty_element_has_no_html(raw: str) -> None:
    assert inner_html(whole(raw)) == ""


# Memory and chance ------------------------------------------------------------------------------


def feed_of(count: int) -> bytes:
    item = f"<item><title>Harbour</title><x><y>1</y></x><d>{'Text. ' * 300}</d></item><z/>"
    return f"<rss><channel>{item * count}</channel></rss>".encode()


def test_what_has_been_read_is_freed() -> None:
    """Counted, not timed: a larger file has no more elements alive at any time than a small one."""

    def most_alive(count: int) -> int:
        gc.collect()
        before = sum(isinstance(one, Element) for one in gc.get_objects())
        most = 0
        for at, _title in enumerate(titles(feed_of(count))):
            if at % 200 == 0:
                most = max(most, sum(isinstance(one, Element) for one in gc.get_objects()))
        return most - before

    few, many = most_alive(1_000), most_alive(4_000)
    assert 0 < few < 3_000
    assert many <= few * 1.1


def test_memory_does_not_grow_with_the_file() -> None:
    def peak(count: int) -> int:
        raw = feed_of(count)
        tracemalloc.start()
        for _title in titles(raw):
            pass
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(4_000) < peak(1_000) * 1.2 < 12 * MEGABYTE


PIECES = st.sampled_from(
    [
        "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "</channel>", "</rss>",
        "<![CDATA[", "]]>", "&", "&nbsp;", "&#0;", "&#x110000;", "<!--", "-->", "<?x ", "?>",
        '<a b="', '"', "'", "<", ">", "/>", "\x00", "\x0b", "é", "\ud800", "新", "<x:y>",
        "<!DOCTYPE x>", " ", "Harbour",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_broken_xml_is_read_or_refused(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    with suppress(ImportRefusedError):
        assert all(isinstance(one, str) for one in titles(raw))
    assert isinstance(root_of(raw)[0], str)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_within_a_feed_are_read_or_refused(piece: bytes, at: int) -> None:
    raw = f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{ITEMS}</channel></rss>'.encode()
    with suppress(ImportRefusedError):
        assert len(list(titles(raw[:at] + piece + raw[at:]))) >= 0
