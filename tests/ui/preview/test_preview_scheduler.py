from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from time import sleep

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.release import Release, Standing
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind
from newsdesk.rendering.release import RenderedRelease, render_release
from newsdesk.rendering.typography import quotation_marks
from newsdesk.ui.preview import preview_scheduler
from newsdesk.ui.preview.preview_scheduler import PreviewScheduler
from newsdesk.ui.session import ReleaseSession
from tests.benchmarks.rendering import _body
from tests.exporting.sample import AFTER, ENGLISH, HARBOUR_UNION, RELEASES, standing_as

DRAFT = standing_as(ENGLISH, Standing.DRAFT)


class Clock:
    def __init__(self) -> None:
        self.now = AFTER

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scheduler(session: ReleaseSession, clock: Clock) -> PreviewScheduler:
    scheduler = PreviewScheduler(session, clock, session)
    scheduler.set_newsroom(HARBOUR_UNION)
    return scheduler


@pytest.fixture
def rendered(scheduler: PreviewScheduler) -> list[RenderedRelease | None]:
    """What was handed out so far."""
    rendered: list[RenderedRelease | None] = []
    scheduler.rendered.connect(rendered.append)
    return rendered


@pytest.fixture
def typed(session: ReleaseSession) -> Callable[[str], None]:
    """Have the editor hold this text, as if it had been typed."""
    text = [""]
    session.set_body_source(lambda: text[0])

    def typed(new: str) -> None:
        text[0] = new
        session.edit_body()

    return typed


def opened(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot, release: Release
) -> RenderedRelease:
    with qtbot.waitSignal(scheduler.rendered, timeout=20_000) as done:
        session.open(release)
    (rendered,) = done.args or []
    return rendered


@pytest.mark.parametrize("language", RELEASES)
def test_an_opened_release_is_rendered_as_an_export_renders_it(
    language: str, session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    release = RELEASES[language]
    renderer = BlockRenderer(quotes=quotation_marks(language))
    exported = render_release(release, HARBOUR_UNION, release.standing(AFTER), renderer)
    assert opened(session, scheduler, qtbot, release) == exported


def test_an_edit_is_rendered_within_a_frame_or_two(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    with qtbot.waitSignal(scheduler.rendered, timeout=1_000) as done:
        session.edit("Change headline", headline="Another one")
    assert (done.args or [])[0].headline == "Another one"


def test_a_release_is_rendered_when_its_text_is_on_screen(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    happened: list[str] = []

    def show_text() -> None:
        sleep(0.03)  # as long as an editor takes for a long text
        QTimer.singleShot(5, lambda: happened.append("painted"))  # as a window paints

    scheduler.rendered.connect(lambda: happened.append("rendered"))
    session.opened.connect(show_text)
    opened(session, scheduler, qtbot, DRAFT)
    assert happened == ["painted", "rendered"]


def test_many_edits_in_a_frame_are_rendered_once(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    typed: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    rendered.clear()
    for length in range(1, 50):
        typed("word " * length)
    assert rendered == []  # the key is painted first
    qtbot.waitUntil(lambda: bool(rendered))
    assert [one.word_count for one in rendered] == [49]


def test_without_a_release_there_is_nothing_to_show(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease | None],
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    session.open(None)
    qtbot.waitUntil(lambda: rendered[-1] is None)


def test_nothing_is_rendered_before_it_is_known_for_whom(
    session: ReleaseSession, clock: Clock, qtbot: QtBot
) -> None:
    scheduler = PreviewScheduler(session, clock)
    with qtbot.assertNotEmitted(scheduler.rendered):
        session.open(DRAFT)
        scheduler.render_now()
    with qtbot.waitSignal(scheduler.rendered):
        scheduler.set_newsroom(HARBOUR_UNION)


def test_another_house_renders_anew_and_the_same_does_not(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    with qtbot.waitSignal(scheduler.rendered):
        scheduler.set_newsroom(replace(HARBOUR_UNION, end_mark="– ends –"))
    assert "– ends –" in rendered[-1].blocks[-2].html
    scheduler.set_newsroom(replace(HARBOUR_UNION, end_mark="– ends –"))
    assert not scheduler._timer.isActive()


def test_it_can_be_rendered_at_once(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    rendered.clear()
    session.edit("Change headline", headline="At once")
    scheduler.render_now()
    assert [one.headline for one in rendered] == ["At once"]
    assert not scheduler._timer.isActive()


def test_while_nobody_looks_it_takes_its_time(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    scheduler.is_paused = True
    session.edit("Change headline", headline="Unseen")
    assert scheduler._timer.interval() == 250
    scheduler.is_paused = False
    assert 16 <= scheduler._timer.interval() <= 50
    with qtbot.waitSignal(scheduler.rendered, timeout=200):
        pass


def test_what_follows_a_page_at_once_waits_for_its_turn(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    scheduler._last.start()
    session.edit("Change headline", headline="One key")
    assert 16 < scheduler._timer.interval() <= 50
    with qtbot.waitSignal(scheduler.rendered):
        pass
    qtbot.waitUntil(lambda: scheduler._last.elapsed() > 50)
    session.edit("Change headline", headline="After a rest")
    assert scheduler._timer.interval() == 4


# Long texts --------------------------------------------------------------------------------------


@pytest.fixture
def long_body() -> str:
    return _body(100_000)


def test_a_long_release_begins_to_be_shown_and_holds_nothing_up(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    long_body: str,
    qtbot: QtBot,
) -> None:
    begun: list[RenderedRelease] = []
    ticks: list[int] = []
    scheduler.beginning_rendered.connect(begun.append)
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(rendered)))
    timer.start(0)
    whole = opened(session, scheduler, qtbot, replace(DRAFT, body_md=long_body))
    (first,) = begun
    assert 5 < len(first.blocks) < len(whole.blocks) / 4
    body = [one.html for one in whole.blocks if one.kind is BlockKind.BODY]
    assert [one.html for one in first.blocks if one.kind is BlockKind.BODY][:5] == body[:5]
    assert len(rendered) == 1
    assert ticks.count(0) > 10  # other things were done between its parts


def test_a_short_one_is_shown_whole(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(scheduler.beginning_rendered):
        opened(session, scheduler, qtbot, DRAFT)


def test_what_is_typed_while_it_opens_is_not_lost(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    typed: Callable[[str], None],
    long_body: str,
    qtbot: QtBot,
) -> None:
    session.open(replace(DRAFT, body_md=long_body))
    with qtbot.waitSignal(scheduler.beginning_rendered):
        pass
    typed(f"Typed meanwhile. {long_body}")
    qtbot.waitUntil(lambda: bool(rendered))
    assert "Typed meanwhile." in rendered[-1].body_text


def test_a_release_left_while_it_opens_is_forgotten(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    long_body: str,
    qtbot: QtBot,
) -> None:
    session.open(replace(DRAFT, body_md=long_body, headline="Left"))
    with qtbot.waitSignal(scheduler.beginning_rendered):
        pass
    opened(session, scheduler, qtbot, replace(DRAFT, headline="Stayed"))
    assert {one.headline for one in rendered} == {"Stayed"}
    assert not scheduler._timer.isActive()


def test_a_copy_opened_while_it_opens_holds_nothing_up_either(
    session: ReleaseSession, scheduler: PreviewScheduler, long_body: str, qtbot: QtBot
) -> None:
    for headline in ("Original", "Copy"):
        session.open(replace(DRAFT, body_md=long_body, headline=headline))
        with qtbot.waitSignal(scheduler.beginning_rendered) as begun:
            pass
        assert (begun.args or [])[0].headline == headline


def test_a_long_text_put_into_a_release_is_rendered_in_parts_too(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    typed: Callable[[str], None],
    long_body: str,
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, DRAFT)
    rendered.clear()
    with qtbot.assertNotEmitted(scheduler.beginning_rendered):  # the page stays as it is
        typed(f"{DRAFT.body_md}\n\n{long_body}")
        qtbot.waitUntil(lambda: len(scheduler._parts) > 5)
        assert rendered == []
        qtbot.waitUntil(lambda: bool(rendered))
    assert scheduler._parts == type(scheduler._parts)()


def test_a_key_in_a_long_text_makes_no_parts(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    typed: Callable[[str], None],
    long_body: str,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened(session, scheduler, qtbot, replace(DRAFT, body_md=long_body))
    monkeypatch.setattr(preview_scheduler.PreviewScheduler, "_render_part", None)
    middle = len(long_body) // 2
    with qtbot.waitSignal(scheduler.rendered):
        typed(f"{long_body[:middle]}a{long_body[middle:]}")


# Embargo -----------------------------------------------------------------------------------------


def embargoed(minutes: int) -> Release:
    until = (AFTER + timedelta(minutes=minutes)).replace(tzinfo=None)
    return replace(ENGLISH, embargo=Embargo.until(until, "UTC"))


def test_an_embargo_that_ends_while_it_is_open_leaves_the_page(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    clock: Clock,
    qtbot: QtBot,
) -> None:
    before = opened(session, scheduler, qtbot, embargoed(minutes=1))
    assert before.standing is Standing.EMBARGOED
    assert 59_000 <= scheduler._embargo_timer.interval() <= 60_000
    clock.now += timedelta(minutes=1)
    with qtbot.waitSignal(scheduler.rendered):
        scheduler._embargo_timer.start(0)
    assert rendered[-1].standing is Standing.CLEAR
    assert not scheduler._embargo_timer.isActive()


def test_one_that_runs_on_is_looked_at_again(
    session: ReleaseSession,
    scheduler: PreviewScheduler,
    rendered: list[RenderedRelease],
    clock: Clock,
    qtbot: QtBot,
) -> None:
    opened(session, scheduler, qtbot, embargoed(minutes=100))
    clock.now += timedelta(minutes=99, seconds=30)  # the machine slept
    rendered.clear()
    with qtbot.waitSignal(scheduler._embargo_timer.timeout):
        scheduler._embargo_timer.start(0)
    assert scheduler._embargo_timer.interval() == 30_000
    assert rendered == []


def test_a_release_without_one_waits_for_nothing(
    session: ReleaseSession, scheduler: PreviewScheduler, qtbot: QtBot
) -> None:
    opened(session, scheduler, qtbot, embargoed(minutes=1))
    opened(session, scheduler, qtbot, DRAFT)
    assert not scheduler._embargo_timer.isActive()
    opened(session, scheduler, qtbot, embargoed(minutes=1))
    session.open(None)
    scheduler.render_now()
    assert not scheduler._embargo_timer.isActive()
