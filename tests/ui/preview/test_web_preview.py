"""The page in the browser: the exported one, after whatever was changed, and what is done on it."""

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.language import Direction
from newsdesk.domain.release import Release, Standing
from newsdesk.exporting.format import ExportSource
from newsdesk.exporting.html import html_page
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.rendering.release import render_release
from newsdesk.rendering.typography import quotation_marks
from newsdesk.ui.preview.link_bar import LinkBar
from tests.exporting.sample import (
    AFTER,
    ENGLISH,
    HARBOUR_UNION,
    RELEASES,
    REVISION_SHA256,
    source_of,
    standing_as,
    templates,
)
from tests.rendering.release_grammar import ReleaseGrammar
from tests.ui.preview.conftest import Browser

EDITS = 200
SHA = "ab" * 32


def page_of(release: Release) -> Page:
    return source_of(release).rendered.page


def normalised(html: str) -> str:
    return re.sub(r">\s+<", "><", html)


def exported(browser: Browser, source: ExportSource) -> str:
    """Return the content of `main` in the exported file, as this browser reads it."""
    html = json.dumps(html_page(source))
    parsed = f"new DOMParser().parseFromString({html}, 'text/html')"
    return normalised(browser.ask(f"{parsed}.querySelector('main').innerHTML"))


# The same as the exported page -----------------------------------------------------------------


@pytest.mark.parametrize("language", RELEASES)
def test_the_page_is_the_exported_one_in_every_standing(language: str, browser: Browser) -> None:
    for standing in Standing:
        source = source_of(standing_as(RELEASES[language], standing))
        browser.show(source.rendered.page)
        assert normalised(browser.main()) == exported(browser, source)


def test_even_its_white_space_is(browser: Browser) -> None:
    source = source_of(ENGLISH)
    browser.show(source.rendered.page)
    assert browser.main().strip() == browser.ask(
        f"new DOMParser().parseFromString({json.dumps(html_page(source))}, 'text/html')"
        ".querySelector('main').innerHTML.trim()"
    )


@pytest.mark.parametrize(
    "release",
    [
        replace(ENGLISH, body_md=f"A quay: ![a quay](newsdesk-media:{SHA}) and its plan."),
        replace(ENGLISH, body_md="[the plan](newsdesk-media:0a) of the quay"),
        replace(ENGLISH, body_md="", contacts=(), boilerplates=()),
        replace(ENGLISH, headline="", subheadline=None, body_md="- a\n\n- b\n\n```\n<p>\n```\n"),
        replace(ENGLISH, headline="</article></main>\x00\x01\ufdd0\u202e", byline="&amp; <i>\x85"),
    ],
    ids=["a picture not there", "a link to the store", "nothing", "no header", "hostile"],
)
def test_so_is_that_of_an_unusual_release(release: Release, browser: Browser) -> None:
    source = source_of(release)
    browser.show(source.rendered.page)
    assert normalised(browser.main()) == exported(browser, source)


class Editing:
    """Somebody who changes anything of a release, the body most."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._grammar = ReleaseGrammar(seed, signs=0.1)

    def edits(self, release: Release) -> Iterator[Release]:
        first = release
        while True:
            roll = self._random.random()
            if roll < 0.7:
                release = replace(release, body_md=self._edited(release.body_md))
            elif roll < 0.8:
                release = standing_as(first, self._random.choice(list(Standing)))
                release = replace(release, body_md=self._edited(first.body_md))
            elif roll < 0.85:
                release = replace(
                    release, headline=self._random.choice(["", "A headline", "Other"])
                )
            elif roll < 0.9:
                release = replace(release, subheadline=self._random.choice([None, "Below it"]))
            elif roll < 0.95:
                contacts = self._random.choice([(), first.contacts, first.contacts[:1]])
                release = replace(release, contacts=contacts)
            else:
                texts = self._random.choice([(), first.boilerplates, first.boilerplates[-1:]])
                release = replace(release, boilerplates=texts)
            yield release

    def _edited(self, body: str) -> str:
        at = self._random.randrange(len(body) + 1)
        end = min(len(body), at + self._random.choice([0, 0, 1, 5, 80, 600]))
        signs = ["", "a", "\n", "\n\n", "**", "\n\n- item", "\n\n> said\n\n", "# "]
        new = self._random.choice([*signs, self._grammar.text_of(300)])
        return (body[:at] + new + body[end:])[:6_000]


@pytest.mark.parametrize("language", RELEASES)
def test_it_stays_the_exported_one_after_any_edits(
    language: str, browser: Browser, qtbot: QtBot
) -> None:
    renderer = BlockRenderer(quotes=quotation_marks(language))
    release = RELEASES[language]
    browser.show(page_of(release))
    view = browser.pane._view
    assert view is not None
    edits = Editing(sum(map(ord, language))).edits(release)
    for number in range(EDITS // len(RELEASES)):
        release = next(edits)
        standing = release.standing(AFTER)
        rendered = render_release(release, HARBOUR_UNION, standing, renderer)
        browser.pane.show_page(rendered.page)
        if number % 3 == 1:
            continue  # the next one comes before this is on the page
        qtbot.waitUntil(lambda: view._shown == view._wanted and not view._is_busy)
        source = ExportSource(
            release=release,
            newsroom=HARBOUR_UNION,
            rendered=rendered,
            revision=1,
            revision_sha256=REVISION_SHA256,
            html=templates(),
        )
        assert normalised(browser.main()) == exported(browser, source), release.body_md


def test_the_page_says_its_language_direction_and_title(browser: Browser) -> None:
    for release in (RELEASES["ar"], RELEASES["fr"]):
        page = page_of(release)
        browser.show(page)
        said = browser.ask(
            "[document.documentElement.lang, document.documentElement.dir, document.title]"
        )
        assert said == [page.language, page.direction, page.title]


@pytest.mark.parametrize("width", [421, 800])
def test_the_paper_on_the_desk_is_that_of_a_wide_window(width: int, browser: Browser) -> None:
    """What the preview says of a narrow paper, it says in the words of the exported sheet."""
    measures = (
        "['paddingTop', 'paddingRight', 'paddingBottom', 'marginTop', 'marginBottom', 'fontSize',"
        " 'lineHeight', 'borderTopLeftRadius', 'boxShadow', 'backgroundColor', 'color']"
    )
    browser.pane.resize(width, 600)
    browser.show(page_of(ENGLISH))
    found = browser.ask(
        f"{measures}.map((name) => getComputedStyle(document.querySelector('main'))[name])"
        ".concat(getComputedStyle(document.querySelector('h1')).fontSize)"
    )
    assert found == [
        "36px", "40px", "48px", "20px", "20px", "16px", "25.6px", "6px",
        "rgba(0, 0, 0, 0.07) 0px 1px 2px 0px, rgba(0, 0, 0, 0.07) 0px 6px 24px 0px",
        "rgb(255, 255, 255)", "rgb(26, 29, 33)", "28px",
    ]  # fmt: skip


# Patching ----------------------------------------------------------------------------------------


def paragraphs(*texts: str) -> Page:
    blocks = tuple(
        RenderedBlock(key_of(f"<p>{text}</p>"), line, line, f"<p>{text}</p>", BlockKind.BODY)
        for line, text in enumerate(texts)
    )
    return Page("en", Direction.LEFT_TO_RIGHT, "Paragraphs", blocks)


def test_what_stays_keeps_its_elements(browser: Browser) -> None:
    browser.show(paragraphs("one", "two", "three"))
    browser.ask("[...document.querySelectorAll('p')].map((p) => (p.kept = p.textContent))")
    browser.show(paragraphs("one", "2", "new", "three"))
    kept = browser.ask("[...document.querySelectorAll('p')].map((p) => p.kept ?? null)")
    assert kept == ["one", None, None, "three"]


def test_a_block_may_be_several_elements_or_only_text(browser: Browser) -> None:
    page = paragraphs("one", "two</p><p>two and a half", "three")
    text = replace(page.blocks[0], html="only text", key="text")
    browser.show(replace(page, blocks=(*page.blocks, text)))
    browser.show(replace(page, blocks=(page.blocks[0], text, page.blocks[2])))
    assert normalised(browser.ask("document.querySelector('.body').innerHTML")) == (
        "\n<p>one</p>\nonly text\n<p>three</p>\n"
    )


def test_the_page_stays_where_it_was_scrolled_to(browser: Browser) -> None:
    texts = [f"Paragraph {number}" for number in range(200)]
    browser.show(paragraphs(*texts))
    browser.ask("scrollTo(0, 2000)")
    browser.show(paragraphs(*texts[:100], "new", *texts[100:]))
    assert browser.ask("scrollY") == 2000


def test_another_release_is_seen_from_its_top(browser: Browser) -> None:
    browser.show(paragraphs(*map(str, range(200))))
    browser.ask("scrollTo(0, 2000)")
    browser.pane.turn_to_top()
    browser.show(paragraphs(*map(str, range(100, 300))))
    assert browser.ask("scrollY") == 0
    browser.ask("scrollTo(0, 500)")
    browser.show(paragraphs(*map(str, range(100, 301))))
    assert browser.ask("scrollY") == 500


def test_of_pages_that_come_too_fast_the_last_is_shown(browser: Browser, qtbot: QtBot) -> None:
    browser.show(paragraphs("0"))
    painted: list[int] = []
    browser.pane.painted.connect(painted.append)
    for number in range(1, 50):
        browser.pane.show_page(paragraphs(str(number)))
    qtbot.waitUntil(lambda: painted[-1:] == [browser.pane.last_patch])
    assert browser.ask("document.querySelector('.body').innerText") == "49"
    assert len(painted) < 10


def test_what_is_taken_back_before_it_was_sent_counts_as_shown(
    browser: Browser, qtbot: QtBot
) -> None:
    browser.show(paragraphs("0"))
    painted: list[int] = []
    browser.pane.painted.connect(painted.append)
    for text in ("1", "2", "1"):  # the first is under way when the third comes
        browser.pane.show_page(paragraphs(text))
    qtbot.waitUntil(lambda: painted[-1:] == [browser.pane.last_patch])
    assert browser.ask("document.querySelector('.body').innerText") == "1"


def test_the_same_page_again_is_no_patch(browser: Browser) -> None:
    browser.show(paragraphs("one"))
    number = browser.pane.last_patch
    browser.pane.show_page(paragraphs("one"))
    assert browser.pane.last_patch == number


def test_three_million_characters_are_shown(browser: Browser) -> None:
    painted: list[int] = []
    browser.pane.painted.connect(painted.append)
    browser.show(
        paragraphs(*(f"{number} 港口新站今日启用" + "每年" * 150 for number in range(9_000)))
    )
    assert painted == [browser.pane.last_patch]  # not before the last of them is there
    assert browser.ask("document.querySelectorAll('p').length") == 9_000
    assert browser.ask("document.body.textContent.length") > 2_500_000


def test_a_page_that_long_can_be_the_first_one(browser: Browser) -> None:
    texts = [f"{number} 港口新站今日启用" + "每年" * 150 for number in range(3_000)]
    browser.load(paragraphs(*texts))
    assert browser.ask("document.querySelectorAll('p').length") == 3_000


# Pointing ----------------------------------------------------------------------------------------


def place_of(browser: Browser, script: str) -> QPoint:
    """Return the middle of a `DOMRect`, scrolled to if need be."""
    browser.ask(f"({script}).startContainer.parentElement.scrollIntoView({{block: 'center'}})")
    left, top = browser.ask(
        f"((rect) => [rect.left + rect.width / 2, rect.top + rect.height / 2])"
        f"(({script}).getBoundingClientRect())"
    )
    return QPoint(round(left), round(top))


def words(browser: Browser, selector: str, text: str) -> QPoint:
    """Return where `text` stands in the element."""
    return place_of(
        browser,
        f"""((element) => {{
            const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walk.nextNode())) {{
                const at = node.data.indexOf({json.dumps(text)});
                if (at < 0) continue;
                const range = new Range();
                range.setStart(node, at);
                range.setEnd(node, at + {len(text)});
                return range;
            }}
        }})(document.querySelector({json.dumps(selector)}))""",
    )


def click(browser: Browser, qtbot: QtBot, place: QPoint) -> None:
    view = browser.pane._view
    assert view is not None
    target = view.focusProxy()
    assert target is not None
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("selector", "text", "field"),
    [
        (".headline", "harbour", "headline"),
        (".subheadline", "berths", "subheadline"),
        (".byline", "Nora", "byline"),
        (".dateline", "RABAT", "dateline"),
        (".banner", "EMBARGOED", "embargo"),
        (".contacts", "Spokesperson", "contacts"),
        (".boilerplate", "ports", "boilerplate"),
        (".notes", "free", "boilerplate"),
    ],
)
def test_pointing_at_what_a_field_says_names_the_field(
    selector: str, text: str, field: str, browser: Browser, qtbot: QtBot
) -> None:
    release = standing_as(replace(ENGLISH, byline="By Nora Lindqvist"), Standing.EMBARGOED)
    browser.show(page_of(release))
    with qtbot.waitSignal(browser.pane.field_clicked) as clicked:
        click(browser, qtbot, words(browser, selector, text))
    assert clicked.args == [field]


@pytest.mark.parametrize("text", ["Bouregreg", "Night-time", "shuttle", "Tomas Okafor", "9,200"])
def test_pointing_into_the_body_tells_lines_and_words(
    text: str, browser: Browser, qtbot: QtBot
) -> None:
    browser.show(page_of(ENGLISH))
    with qtbot.waitSignal(browser.pane.body_clicked) as clicked:
        click(browser, qtbot, words(browser, ".body", text))
    first, last, around, offset = clicked.args or []
    lines = ENGLISH.body_md.split("\n")
    assert text in "\n".join(lines[first : last + 1])
    assert text in around
    start = around.index(text)
    assert start <= offset <= start + len(text)


def test_lines_are_those_of_the_source_as_it_is_now(browser: Browser, qtbot: QtBot) -> None:
    browser.show(page_of(ENGLISH))
    browser.show(page_of(replace(ENGLISH, body_md=f"New.\n\n{ENGLISH.body_md}")))
    with qtbot.waitSignal(browser.pane.body_clicked) as clicked:
        click(browser, qtbot, words(browser, "h2", "residents"))
    assert (clicked.args or [])[:2] == [8, 8]


def test_marking_words_is_not_pointing(browser: Browser, qtbot: QtBot) -> None:
    browser.show(page_of(ENGLISH))
    with qtbot.assertNotEmitted(browser.pane.body_clicked):
        browser.ask(
            "getSelection().selectAllChildren(document.querySelector('.body')),"
            "document.querySelector('.body p').click()"
        )
        browser.show(page_of(replace(ENGLISH, headline="Afterwards")))


def test_a_note_is_gone_to_on_the_page_itself(
    browser: Browser, qtbot: QtBot, opened: list[str]
) -> None:
    browser.show(page_of(ENGLISH))
    click(browser, qtbot, words(browser, ".footnote-ref", "1"))
    qtbot.waitUntil(lambda: browser.ask("document.querySelectorAll('li:target').length") == 1)
    assert browser.ask("scrollY") > 0
    browser.show(page_of(replace(ENGLISH, headline="Still patched")))
    assert browser.ask("document.querySelector('h1').textContent") == "Still patched"
    assert opened == []


@pytest.mark.parametrize(
    ("selector", "address"),
    [
        (".body a[href^=https]", "https://example.org/report"),
        (".contacts a[href^=mailto]", "mailto:nora.lindqvist@example.org"),
        (".contacts a[href^=tel]", "tel:+212555010042;ext=7"),
    ],
)
def test_a_link_is_asked_about_and_then_opened_outside(
    selector: str, address: str, browser: Browser, qtbot: QtBot, opened: list[str]
) -> None:
    browser.show(page_of(ENGLISH))
    with qtbot.waitSignal(browser.pane.hand.link_followed):
        browser.ask(f"document.querySelector({json.dumps(selector)}).click()")
    bar = browser.pane.findChild(LinkBar)
    assert bar is not None
    assert bar.isVisible()
    assert opened == []
    (button,) = [one for one in bar.findChildren(QPushButton) if one.text() == "Open"]
    button.click()
    assert opened == [address]
    assert not bar.isVisible()
    assert browser.ask("document.querySelectorAll('h1').length") == 1


def test_while_the_mouse_is_on_a_link_the_page_says_where_it_leads(
    browser: Browser, qtbot: QtBot
) -> None:
    browser.show(paragraphs('<a href="https://bank.example@xn--pple-43d.example.org/">a link</a>'))
    below = "document.querySelector('.desk-below')?.textContent"
    view = browser.pane._view
    assert view is not None
    surface = view.focusProxy()
    assert surface is not None
    qtbot.mouseMove(surface, words(browser, ".body a", "link"))
    qtbot.waitUntil(lambda: browser.ask(below) == "https://xn--pple-43d.example.org/")
    qtbot.mouseMove(surface, QPoint(5, 400))
    qtbot.waitUntil(lambda: browser.ask(below) == "")


@pytest.mark.parametrize("target", ["javascript:x()", "file:///etc/hostname", "data:,x", "x", ""])
def test_any_other_link_leads_nowhere(target: str, browser: Browser, opened: list[str]) -> None:
    browser.show(paragraphs(f'<a href="{target}">a</a>'))
    browser.ask("document.querySelector('a').click()")
    browser.show(paragraphs("afterwards"))
    assert browser.ask("document.querySelector('.body').innerText") == "afterwards"
    assert opened == []


# The menu ----------------------------------------------------------------------------------------


def menu(browser: Browser, qtbot: QtBot, place: QPoint) -> dict[str, Callable[[], None]]:
    view = browser.pane._view
    assert view is not None
    target = view.focusProxy()
    assert target is not None
    qtbot.mouseClick(target, Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, QPointF(target.mapToGlobal(place)).toPoint()
    )
    QApplication.postEvent(target, event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    actions = {one.text(): one.trigger for one in popup.actions() if one.isEnabled()}
    popup.hide()
    return actions


def test_the_menu_copies_an_address(browser: Browser, qtbot: QtBot) -> None:
    browser.show(page_of(ENGLISH))
    actions = menu(browser, qtbot, words(browser, ".body a[href^=https]", "annual"))
    assert list(actions) == ["Copy as for&matted text", "Copy link &address", "Select &all"]
    actions["Copy link &address"]()
    assert QGuiApplication.clipboard().text() == "https://example.org/report"


def test_the_menu_asks_for_a_copy_with_looks(browser: Browser, qtbot: QtBot) -> None:
    browser.show(page_of(ENGLISH))
    actions = menu(browser, qtbot, words(browser, "h1", "harbour"))
    with qtbot.waitSignal(browser.pane.hand.rich_copy_requested):
        actions["Copy as for&matted text"]()


def test_the_menu_marks_and_copies_all(browser: Browser, qtbot: QtBot) -> None:
    browser.show(page_of(ENGLISH))
    menu(browser, qtbot, words(browser, "h1", "harbour"))["Select &all"]()
    qtbot.waitUntil(lambda: not browser.ask("getSelection().isCollapsed"))
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        menu(browser, qtbot, words(browser, "h1", "harbour"))["&Copy"]()
    assert "Council opens new harbour station" in QGuiApplication.clipboard().text()
