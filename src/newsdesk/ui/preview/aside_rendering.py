"""Rendering what is no release any more, so that the window need not wait for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release, Standing
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.rendering.release import MediaFile, RenderedRelease

LONGEST_HERE = 1_500_000  # characters of a body that the window's own thread renders


class AsideRendering:
    """Renders in the store's thread for slow things, one release at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_running = False

    @property
    def is_running(self) -> bool:
        return self._is_running

    def render(
        self,
        release: Release,
        newsroom: Newsroom,
        standing: Standing,
        media: "Mapping[str, MediaFile] | None",
        then: "Callable[[RenderedRelease], None]",
    ) -> None:
        """Call `then` with the rendered release, some seconds later."""

        def work(_desk: object) -> "RenderedRelease":
            from newsdesk.rendering.markdown import BlockRenderer  # noqa: PLC0415 - not at start
            from newsdesk.rendering.release import render_release  # noqa: PLC0415
            from newsdesk.rendering.typography import quotation_marks  # noqa: PLC0415

            # one of its own: the window's remembers blocks, in the window's thread
            renderer = BlockRenderer(capacity=1, quotes=quotation_marks(release.language))
            return render_release(release, newsroom, standing, renderer, media)

        def finish(rendered: "RenderedRelease") -> None:
            self._is_running = False
            then(rendered)

        def fail(_error: NewsdeskError) -> None:
            self._is_running = False

        self._is_running = True
        self._store.look(work, finish, fail)
