"""When the open release is rendered: after its edits, never before the key itself is painted."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release, Standing
from newsdesk.ui.preview.aside_rendering import LONGEST_HERE, AsideRendering
from newsdesk.ui.release_pictures import ReleasePictures
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.rendering.markdown import BlockRenderer
    from newsdesk.rendering.release import RenderedRelease

_NOTHING = ("", "")  # in no language
_FRAME_MS = 16  # a release just opened is painted meanwhile
_PAINT_MS = 4  # a key is, which was asked for before
_PACE_MS = 50  # between two pages while one goes on typing: more than twenty a second nobody sees
_PAUSED_MS = 250
_AT_ONCE = 12_000  # characters of new text, about 20 ms
_PART = 6_000
_CAPACITY = 20_000  # blocks: a body of several MB, so that its parts are not forgotten on the way
_LONGEST_WAIT = timedelta(minutes=1)  # a machine that slept has lost count


class PreviewScheduler(QObject):
    """Renders the session's release after it was opened or changed, twenty times a second at most.

    A long text that is new is rendered in parts, between which the window does what else there is
    to do; the first part of a release just opened is handed out at once. What is no release any
    more by its length is rendered aside.

    Signals:
        rendered(RenderedRelease): the open release as it is now; None if none is open.
        beginning_rendered(RenderedRelease): the same with the beginning of its body only: for the
            page, not for counting. `rendered` follows.
    """

    rendered = Signal(object)
    beginning_rendered = Signal(object)

    def __init__(
        self,
        session: ReleaseSession,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        pictures: ReleasePictures | None = None,
        aside: AsideRendering | None = None,
    ) -> None:
        """`pictures` are waited for, so that none is missing from a page and then appears.

        Without `aside` the window waits for whatever is rendered.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._aside = aside
        self._is_aside_late = False  # what is rendered aside was changed meanwhile
        self._session = session
        self._now = now
        self._newsroom: Newsroom | None = None
        self._renderers: dict[str, BlockRenderer] = {}
        self._known = _NOTHING  # language and body last rendered, or in `_parts` by now
        self._parts: deque[str] = deque()
        self._is_beginning = False
        self._is_paused = False
        self._standing: Standing | None = None
        self._last = QElapsedTimer()  # since a page was begun
        self._timer = single_shot(self, self._on_due)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._embargo_timer = single_shot(self, self._on_embargo_due)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._schedule)
        if pictures is not None:
            pictures.known.connect(self._schedule)

    @property
    def is_paused(self) -> bool:
        """Whether nobody sees the page; what else is read off it may come later."""
        return self._is_paused

    @is_paused.setter
    def is_paused(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        if self._timer.isActive():
            self._timer.start(self._wait_ms())

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Render for this house from now on; before, nothing is."""
        if newsroom != self._newsroom:
            self._newsroom = newsroom
            if self._session.is_open:
                self._schedule()

    @property
    def is_due(self) -> bool:
        """Whether the open release is about to be rendered: it is another one, or says more now."""
        is_new = self._session.is_open and self._known == _NOTHING
        return is_new or self._timer.isActive()

    def render_now(self) -> None:
        """Render the whole release at once, however long that takes, if its pictures are known."""
        self._timer.stop()
        self._parts.clear()
        release = self._session.release
        if release is None:
            self._embargo_timer.stop()
            self.rendered.emit(None)
        elif self._newsroom is not None and self._are_pictures_known(release):
            self._render_all(release, self._newsroom)

    def _render_all(self, release: Release, newsroom: Newsroom) -> None:
        if self._aside is not None and len(release.body_md) > LONGEST_HERE:
            self._render_aside(release, newsroom, self._aside)
        else:
            self._render_whole(release, newsroom)

    def _are_pictures_known(self, release: Release) -> bool:
        return self._pictures is None or self._pictures.are_known(release)

    def _on_opened(self) -> None:
        self._parts.clear()
        self._known = _NOTHING
        self._is_beginning = True
        # Its text is to be on screen first: the wait begins when everybody has shown it.
        QTimer.singleShot(0, self, self._schedule)

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start(self._wait_ms())

    def _wait_ms(self) -> int:
        if self._is_paused:
            return _PAUSED_MS
        since = self._last.elapsed() if self._last.isValid() else _PACE_MS
        return max(_FRAME_MS if self._is_beginning else _PAINT_MS, _PACE_MS - since)

    def _on_due(self) -> None:
        self._last.start()
        release = self._session.release
        if release is None or self._newsroom is None:
            self.render_now()
            return
        if not self._are_pictures_known(release):
            return  # it comes again when they are
        if self._aside is not None and len(release.body_md) > LONGEST_HERE:
            self._parts.clear()
        elif not self._parts:
            self._find_parts(release)
        if self._parts:
            self._render_part(release, self._newsroom)
        else:
            self._render_all(release, self._newsroom)

    def _find_parts(self, release: Release) -> None:
        from newsdesk.ui.preview.body_parts import changed, parts  # noqa: PLC0415 - not at start

        language, body = self._known
        known = body if language == release.language else ""
        new = changed(known, release.body_md)
        self._known = (release.language, release.body_md)
        if len(new) > _AT_ONCE:
            self._parts.extend(parts(new, _PART))

    def _render_part(self, release: Release, newsroom: Newsroom) -> None:
        """Have the renderer remember one more part, and see to it that the next one comes."""
        part = replace(release, body_md=self._parts.popleft())
        rendered = self._render(part, newsroom)
        if self._is_beginning:
            self._is_beginning = False
            self.beginning_rendered.emit(rendered)
        self._timer.start(0)

    def _render_aside(self, release: Release, newsroom: Newsroom, aside: AsideRendering) -> None:
        """Hand out the beginning now and the whole when it is there; then what changed since."""
        if self._is_beginning:
            self._is_beginning = False
            beginning = replace(release, body_md=release.body_md[:_PART])
            self.beginning_rendered.emit(self._render(beginning, newsroom))
        if aside.is_running:
            self._is_aside_late = True
            return
        self._is_aside_late = False
        of = self._session.generation, self._session.edits
        media = self._pictures.media if self._pictures is not None else None

        def take(rendered: "RenderedRelease") -> None:
            now = self._session.generation, self._session.edits
            if now == of and not self._is_aside_late:
                self._hand_out(release, rendered)
            elif self._session.is_open:
                self._schedule()

        aside.render(release, newsroom, release.standing(self._now()), media, take)

    def _render_whole(self, release: Release, newsroom: Newsroom) -> None:
        self._hand_out(release, self._render(release, newsroom))

    def _hand_out(self, release: Release, rendered: "RenderedRelease") -> None:
        self._known = (release.language, release.body_md)
        self._is_beginning = False
        self._standing = rendered.standing
        self._await_end_of_embargo(release)
        self.rendered.emit(rendered)

    def _render(self, release: Release, newsroom: Newsroom) -> "RenderedRelease":
        from newsdesk.rendering.release import render_release  # noqa: PLC0415 - not at start

        standing = release.standing(self._now())
        renderer = self._renderer(release.language)
        media = self._pictures.media if self._pictures is not None else None
        return render_release(release, newsroom, standing, renderer, media)

    def _renderer(self, language: str) -> "BlockRenderer":
        from newsdesk.rendering.markdown import BlockRenderer  # noqa: PLC0415 - not at start
        from newsdesk.rendering.typography import quotation_marks  # noqa: PLC0415 - not at start

        if language not in self._renderers:
            quotes = quotation_marks(language)
            self._renderers[language] = BlockRenderer(capacity=_CAPACITY, quotes=quotes)
        return self._renderers[language]

    def _await_end_of_embargo(self, release: Release) -> None:
        embargo, now = release.embargo, self._now()
        if embargo is None or not embargo.is_running(now):
            self._embargo_timer.stop()
            return
        wait = min(embargo.until_utc - now, _LONGEST_WAIT)
        self._embargo_timer.start(ceil(wait / timedelta(milliseconds=1)))

    def _on_embargo_due(self) -> None:
        release = self._session.release
        if release is None:
            return
        if release.standing(self._now()) is not self._standing:
            self._schedule()
        else:
            self._await_end_of_embargo(release)
