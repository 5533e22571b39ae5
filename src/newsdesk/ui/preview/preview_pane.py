"""The pane of the preview: the exported page, as it will be."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsdesk.domain.language import Direction
from newsdesk.rendering.page import BlockKind, Page
from newsdesk.services.preferences import PreviewMode
from newsdesk.ui.assets import Assets
from newsdesk.ui.preview.link_bar import LinkBar
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.preview.paper_stage import PaperStage
from newsdesk.ui.preview.preview_header import PreviewHeader
from newsdesk.ui.preview.shell import Layout, Look, fits_in_shell, look_script, shell_html
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.ui.preview.early_page import EarlyPage
    from newsdesk.ui.preview.picture_scheme import Fetch
    from newsdesk.ui.preview.web_preview import WebPreview

_FIELDS = {
    BlockKind.HEADLINE: "headline",
    BlockKind.SUBHEADLINE: "subheadline",
    BlockKind.BYLINE: "byline",
    BlockKind.DATELINE: "dateline",
    BlockKind.EMBARGO_LINE: "embargo",
    BlockKind.CONTACTS: "contacts",
    BlockKind.NOTES: "boilerplate",
    BlockKind.BOILERPLATE: "boilerplate",
}
_COMEBACKS_A_MINUTE = 3
_WEB = (PreviewMode.DESKTOP, PreviewMode.PHONE)
_EMPTY = Page("en", Direction.LEFT_TO_RIGHT, "", ())


class PreviewPane(QWidget):
    """Shows the page last given to it, from `start` on in a browser.

    Pages are numbered as they come; one that is followed too soon by another is never painted.

    Attributes:
        hand: reaches the page in the browser, whichever that is now.

    Signals:
        painted(int): the page of this number is on screen.
        field_clicked(str): the user pointed at what a field of the release says; the field's name.
        body_clicked(int, int, str, int): the user pointed into the body: first and last line of
            the block in the source, from 0; the text around the place; how far in it.
        mode_edited(PreviewMode): the user chose as what the release is shown.
    """

    painted = Signal(int)
    field_clicked = Signal(str)
    body_clicked = Signal(int, int, str, int)
    mode_edited = Signal(object)

    def __init__(
        self, assets: Assets, themes: ThemeController, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Preview"))
        self._assets = assets
        self._themes = themes
        self._page: Page | None = None
        self._number = 0
        self._awaited = 0  # the number that uncovers the page
        self._is_from_top = False
        self._is_coming_back = False
        self._has_stopped = False
        self._deaths: list[float] = []  # when, within a minute
        self._view: WebPreview | None = None
        self.hand = PageHand(self)
        self._fetch: Fetch | None = None
        self._header = PreviewHeader(icons)
        self._header.mode_edited.connect(self._on_mode_edited)
        self._stage = PaperStage(themes.theme.colour("canvas"))
        self._stage.skeleton.asked_again.connect(self._begin_again)
        self._made: dict[PreviewMode, Callable[[], QWidget]] = {}
        self._others: dict[PreviewMode, QWidget] = {}  # what shows modes that are no web page
        self._pages = QStackedWidget()
        self._links = LinkBar(icons, self.hand)
        self.hand.link_followed.connect(self._links.ask)
        self._pages.addWidget(self._stage)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._links)
        themes.theme_changed.connect(self._show_look)
        self._cover()

    # What is shown --------------------------------------------------------------------------

    @property
    def last_patch(self) -> int:
        """The number of the page given last."""
        return self._number

    def show_page(self, page: Page | None) -> None:
        """Show a page; None: no release is open. Before `start` it is remembered."""
        if page == self._page:
            self._is_from_top = False
            return
        is_first = self._page is None
        self._page = page
        self._number += 1
        if page is None or is_first:
            self._links.dismiss()
        if page is not None:
            self._stage.skeleton.set_right_to_left(page.direction is Direction.RIGHT_TO_LEFT)
        if page is None or is_first:
            self._cover()
        if self._view is not None:
            self._view.show_page(page or _EMPTY, self._number, is_from_top=self._is_from_top)
            self._is_from_top = False

    def turn_to_top(self) -> None:
        """See the next page from its top: it is another release's."""
        self._is_from_top = True

    def set_language_label(self, language: str) -> None:
        """Say which language the page is in, by its name; empty: none."""
        self._header.set_language(language)

    def offer(self, mode: PreviewMode, make: Callable[[], QWidget]) -> None:
        """Offer a mode that is no web page; `make`, called once, returns what shows it.

        That is in the pane from then on, and seen while its mode is chosen.
        """
        self._made[mode] = make
        self._header.offer(mode)

    @property
    def mode(self) -> PreviewMode:
        return self._header.mode

    def set_mode(self, mode: PreviewMode) -> None:
        """Show the release as this; as a web page where nothing else was offered."""
        if mode not in (*_WEB, *self._made):
            mode = PreviewMode.DESKTOP
        self._header.set_mode(mode)
        if mode in self._made and mode not in self._others:
            self._others[mode] = other = self._made[mode]()
            self._pages.addWidget(other)
        self._pages.setCurrentWidget(self._others.get(mode, self._stage))
        if mode in _WEB:
            self._stage.set_phone(mode is PreviewMode.PHONE)
            self._show_look()

    @property
    def zoom(self) -> float:
        """How much larger than the exported page it is shown."""
        return self._stage.zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._stage.zoom = zoom

    # The browser ----------------------------------------------------------------------------

    def start(self, early: "EarlyPage | None" = None) -> None:
        """Show the page in a browser, whose first import takes a tenth of a second.

        Args:
            early: what the engine has begun with already.
        """
        if self._view is not None:
            return
        from newsdesk.ui.preview.web_preview import WebPreview  # noqa: PLC0415 - see above

        view = early.view if early else WebPreview(self._assets.preview_js)
        if early is not None:
            early.hand_over()
        view.painted.connect(self._on_painted)
        view.clicked.connect(self._on_clicked)
        view.died.connect(self._on_died)
        self._view = view
        self.hand.take(view)
        if self._fetch is not None:
            view.set_fetch(self._fetch)
        self._stage.cover(is_covered=not view.shows(self._shell()))
        self._stage.set_view(view, early.room if early else None)
        self._show_look()
        self._begin()

    def set_fetch(self, fetch: "Fetch") -> None:
        """Get the pictures of pages by `fetch` from now on."""
        self._fetch = fetch
        if self._view is not None:
            self._view.set_fetch(fetch)

    def kept_page(self, root: QWidget) -> dict[str, Any] | None:
        """Return what `EarlyPage` shows at the next start; None if no page is seen now.

        Args:
            root: in what `place` is told: [x, y, width, height] in logical px.
        """
        page, view = self._page, self._view
        if page is None or view is None or not self.isVisible() or not fits_in_shell(page):
            return None
        place = QRect(view.mapTo(root, QPoint(0, 0)), view.size())
        return {
            "place": [place.x(), place.y(), place.width(), place.height()],
            "html": self._shell(),
            "canvas": self._look().canvas,
            "zoom": view.zoomFactor(),
        }

    def read_main(self, then: Callable[[str], None]) -> None:
        """Call `then` with the HTML that stands in the paper, nothing while there is no browser."""
        if self._view is None:
            then("")
        else:
            self._view.read_main(then)

    def give_up(self) -> None:
        """Let the view and its processes go; `start` brings them back, with the page of then."""
        if self._view is None:
            return
        self._stage.set_view(None)
        self.hand.take(None)
        self._view.end()
        self._view = None
        self._is_coming_back = self._has_stopped = False
        self._cover()

    def _begin(self) -> None:
        view, page, html = self._view, self._page or _EMPTY, self._shell()
        if view is None:
            return
        if not view.shows(html):
            self._cover()
        view.begin(page, self._number, html, is_whole=fits_in_shell(page))

    def _shell(self) -> str:
        """Return the shell, with the page in it unless it is long."""
        page = self._page or _EMPTY
        whole = page if fits_in_shell(page) else None
        return shell_html(self._assets.release_css, self._look(), whole)

    def _begin_again(self) -> None:
        self._deaths.clear()
        self._has_stopped = False
        self._begin()

    def _on_died(self) -> None:
        """Bring the page back, unless it keeps dying: then it is for the user to try."""
        at = monotonic()
        self._deaths = [*(death for death in self._deaths if at - death < 60), at]
        self._has_stopped = len(self._deaths) > _COMEBACKS_A_MINUTE
        self._is_coming_back = not self._has_stopped
        self._cover()
        if self._is_coming_back:
            QTimer.singleShot(0, self, self._begin)  # not from within the engine's own call

    def _on_painted(self, number: int) -> None:
        if self._page is not None and number >= self._awaited:
            self._is_coming_back = False
            self._stage.cover(is_covered=False)
        self.painted.emit(number)

    def _on_clicked(self, kind: str, first: int, last: int, around: str, offset: int) -> None:
        if kind in _FIELDS:
            self.field_clicked.emit(_FIELDS[BlockKind(kind)])
        elif first >= 0:
            self.body_clicked.emit(first, last, around, offset)

    # How it looks ---------------------------------------------------------------------------

    def _on_mode_edited(self, mode: PreviewMode) -> None:
        self.set_mode(mode)
        self.mode_edited.emit(mode)

    def _cover(self) -> None:
        """Cover the page until the one given last is on screen; say why if there is a reason."""
        self._awaited = self._number
        self._stage.cover(is_covered=True)
        skeleton = self._stage.skeleton
        if self._has_stopped:
            skeleton.say(
                self.tr("The preview has stopped several times.\nYour text is safe."),
                self.tr("Show the preview again"),
            )
        elif self._is_coming_back:
            skeleton.say(self.tr("The preview stopped and is coming back…"))
        elif self._page is None:
            skeleton.say(self.tr("Open a release and its page is shown here."))
        else:
            skeleton.say("")

    def _look(self) -> Look:
        layout = Layout.PHONE if self._stage.is_phone else Layout.DESKTOP
        return Look.of(self._themes.theme, layout)

    def _show_look(self) -> None:
        self._stage.skeleton.set_canvas(self._themes.theme.colour("canvas"))
        if self._view is not None:
            look = self._look()
            self._view.set_look(look.canvas, look_script(look))
