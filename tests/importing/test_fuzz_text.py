"""Texts of releases in every order and state: each becomes a draft, soon, and loses no word."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.importing.draft import ImportTools
from newsdesk.importing.surgeon import dissect
from tests.importing.kept_words import lost, words
from tests.importing.reading import read
from tests.importing.text_grammar import LANGUAGES, bodies, headlines, mixtures, releases
from tests.importing.watchdog import allowed

FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(text=releases(), is_markdown=st.booleans())
def test_a_release_loses_no_word(tools: ImportTools, text: str, is_markdown: bool) -> None:
    with allowed():
        draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert lost(text, [draft]) == Counter()


@FEWER
@given(text=mixtures(), is_markdown=st.booleans())
def test_parts_in_any_order_lose_no_word(tools: ImportTools, text: str, is_markdown: bool) -> None:
    with allowed():
        draft = dissect(text, tools=tools, is_markdown=is_markdown)
    assert lost(text, [draft]) == Counter()


@FEWER
@given(
    text=releases(),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    name=st.sampled_from(("release.txt", "release.md", "release")),
)
def test_a_file_says_what_its_text_says(
    tools: ImportTools, text: str, encoding: str, name: str
) -> None:
    assert lost(text, read(text.encode(encoding), name, tools)[0]) == Counter()


@FEWER
@given(text=mixtures(), end=st.integers(0, 2_000), junk=st.binary(max_size=8))
def test_a_damaged_file_becomes_a_draft_or_is_refused(
    tools: ImportTools, text: str, end: int, junk: bytes
) -> None:
    for draft in read(text.encode()[:end] + junk, "release.txt", tools)[0]:
        assert draft.findings


ENCODINGS = {  # which languages are written in them
    "utf-16-le": LANGUAGES,
    "utf-16-be": LANGUAGES,
    "utf-32": LANGUAGES,
    "windows-1252": ("en", "fr", "es", "de", "it", "pt"),
    "windows-1251": ("ru",),
    "koi8-r": ("ru",),
    "windows-1256": ("ar",),
    "shift_jis": ("ja",),
    "euc_jp": ("ja",),
    "gb18030": ("zh",),
}


@FEWER
@given(data=st.data(), encoding=st.sampled_from(tuple(ENCODINGS)))
def test_a_file_that_does_not_say_its_encoding_is_read_right_or_refused(
    tools: ImportTools, data: st.DataObject, encoding: str
) -> None:
    language = data.draw(st.sampled_from(ENCODINGS[encoding]))
    parts = [data.draw(headlines(language)), *data.draw(bodies(language))]
    raw = "\n\n".join(parts).encode(encoding, "ignore")
    found, refused = read(raw, "release.txt", tools)
    assert refused or lost(raw.decode(encoding), found) == Counter()


MATTER = st.lists(
    st.sampled_from(
        (
            "title: Harbour opens: the second pier",
            "title: 'Harbour opens'",
            "headline: [a, b",
            "date: 2025-03-04",
            "date: 2025-13-45T99:00",
            "tags: [ports, rescue]",
            "tags:\n  - ports\n  - {a: 1}",
            "language: fr",
            "language: 12",
            "contacts:\n  - name: Noor Elm\n    email: noor@example.org",
            "contacts: nobody",
            "embargo: soon",
            "embargo: 2025-03-30 02:30 Europe/Zurich",
            "&a [*a]",
            "<<: *b",
            "? {x: 1}",
            "!!python/object:os.system {}",
            "\tx: 1",
            "layout: post",
        )
    ),
    max_size=6,
)


@FEWER
@given(matter=MATTER, text=releases())
def test_a_front_matter_is_read_or_refused_and_the_body_kept(
    tools: ImportTools, matter: list[str], text: str
) -> None:
    text = "\n".join(text.splitlines())
    source = "\n".join(("---", *matter, "---", "", text))
    found, refused = read(source.encode(), "release.md", tools)
    assert refused or lost(text, found) - words(found[0].headline) == Counter()
