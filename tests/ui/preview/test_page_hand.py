"""What is done with the page that is shown, in a real browser."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from newsdesk.domain.hits import Hits
from newsdesk.domain.search import parse
from newsdesk.rendering.scroll import Anchor
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.preview.preview_pane import PreviewPane
from tests.exporting.sample import ENGLISH, source_of
from tests.ui.preview.conftest import Browser

PAGE = source_of(replace(ENGLISH, body_md="The lead\nin two lines.\n\n## A heading")).rendered.page


def measured(browser: Browser, qtbot: QtBot) -> tuple[tuple[Anchor, ...], float]:
    answers: list[tuple[tuple[Anchor, ...], float]] = []
    browser.pane.hand.measure(lambda anchors, last: answers.append((anchors, last)))
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_without_a_page_nothing_is_done_and_nothing_selected(qtbot: QtBot) -> None:
    hand = PageHand()
    answers: list[object] = []
    hand.measure(lambda *answer: answers.append(answer))
    hand.scroll(10, lambda: answers.append("scrolled"))
    hand.follow(3)
    hand.mark("body", 1)
    hand.say_below("words")
    hand.seek("words")
    assert not hand.is_there
    assert answers == []
    hand.read_selected(answers.append)
    assert answers == [""]


def test_blocks_of_the_body_are_measured_from_the_top_of_the_page(
    browser: Browser, qtbot: QtBot
) -> None:
    browser.show(PAGE)
    browser.ask("scrollTo(0, 40)")
    anchors, last_offset = measured(browser, qtbot)
    assert [anchor.line for anchor in anchors] == [0, 2, 3, 4]
    top = "document.querySelector('.body > p').getBoundingClientRect().top + scrollY"
    assert anchors[0].top == browser.ask(top)
    assert last_offset == browser.ask("document.documentElement.scrollHeight - innerHeight")


def test_it_begins_again_with_every_load(browser: Browser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(browser.pane.hand.began):
        browser.show(PAGE)
    with qtbot.waitSignal(browser.pane.hand.began):
        browser.load(replace(PAGE, title="Another"))


def test_a_page_that_was_given_up_is_out_of_reach(
    browser: Browser, pane: PreviewPane, qtbot: QtBot
) -> None:
    browser.show(PAGE)
    assert pane.hand.is_there
    view = pane._view
    assert view is not None
    with qtbot.waitSignal(view.destroyed):
        pane.give_up()
    assert not pane.hand.is_there


def test_what_is_selected_is_read_as_html(browser: Browser, qtbot: QtBot) -> None:
    browser.show(PAGE)
    answers: list[str] = []
    browser.pane.hand.read_selected(answers.append)
    qtbot.waitUntil(lambda: answers == [""])
    browser.ask("getSelection().selectAllChildren(document.querySelector('.body > h2'))")
    browser.pane.hand.read_selected(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1] == "A heading"


def test_words_are_said_below_the_page_and_taken_away(browser: Browser) -> None:
    browser.show(PAGE)
    below = (
        "[...document.querySelectorAll('.desk-below')].map((one) => [one.textContent, one.hidden])"
    )
    browser.pane.hand.say_below("https://example.org/<b>")
    assert browser.ask(below) == [["https://example.org/<b>", False]]
    browser.pane.hand.say_below("")
    assert browser.ask(below) == [["", True]]


def test_what_was_looked_for_is_marked_on_this_page_and_on_the_next(
    browser: Browser, qtbot: QtBot
) -> None:
    found = "CSS.highlights.get('found').size"
    zebras = replace(ENGLISH, body_md="The Zébra\nand two quaggas.")
    browser.show(source_of(zebras).rendered.page)
    browser.pane.hand.seek(Hits(parse("ZEBRA quag")).script_pattern)
    qtbot.waitUntil(lambda: browser.ask(found) == 2)
    assert "highlight" not in str(browser.ask("document.querySelector('main').innerHTML"))
    more = replace(ENGLISH, body_md="The Zébra\nand two quaggas, of which one is a quagga.")
    browser.show(source_of(more).rendered.page)
    assert browser.ask(found) == 3
    browser.pane.hand.seek("")
    qtbot.waitUntil(lambda: browser.ask(found) == 0)
