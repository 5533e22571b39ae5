"""A text that is being brought in as the release it will be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from newsdesk.domain.provenance import Finding, FindingKind
from newsdesk.domain.release import Standing
from newsdesk.domain.vocabulary import Scheme
from newsdesk.rendering.page import BlockKind, RenderedBlock
from newsdesk.ui.dialogs.mark_kinds import colours_of
from newsdesk.ui.dialogs.result_places import BLOCK_ANCHOR, FIELD_ANCHOR, anchored, place_of
from newsdesk.ui.languages import language_name
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.domain.release import Release
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft

_MARGIN = 20
_RADIUS = 5
_BESIDE = 8  # px that an outline stands out beside its paragraphs
_MOST = 100_000  # characters of HTML
_CSS = """
body {{ color: {text}; font-size: {size}px; }}
p {{ margin-top: 0; margin-bottom: {gap}px; line-height: 145%; }}
h1 {{ font-size: {h1}px; font-weight: 600; margin-top: 0; margin-bottom: {gap}px; }}
h2, h3, h4 {{ font-size: {h2}px; font-weight: 600; margin-top: 12px; margin-bottom: 6px; }}
a {{ color: {link}; text-decoration: none; }}
table {{ margin-bottom: {gap}px; }}
td, th {{ padding: 2px 14px 2px 0; text-align: left; }}
address {{ font-style: normal; }}
.dateline {{ font-weight: 600; }}
.subheadline {{ color: {text2}; font-size: {h2}px; }}
.byline, .release-line, .end-mark, .contact-intro, .contact-group, .place-note,
.told, .banner p {{ color: {text2}; font-size: {small}px; }}
.banner-embargoed p {{ color: {warn}; font-weight: 600; }}
.missing {{ color: {text3}; }}
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a draft will be, ready to be shown."""

    release: "Release"
    blocks: tuple[RenderedBlock, ...]  # as the preview and every export have them
    direction: str  # of the release, as HTML's `dir` has it


def result_of(desk: "Desk", draft: "Draft") -> Result:
    """Return what storing this draft would make. For the store's thread: it renders.

    Raises:
        ImportRefusedError: a field of it cannot hold what it was given.
    """
    return result_of_release(desk, desk.imports.preview(draft).release)


def result_of_release(desk: "Desk", release: "Release") -> Result:
    """Return a release as it is, for the store's thread too."""
    from newsdesk.rendering.markdown import BlockRenderer  # noqa: PLC0415 - heavy; in a thread
    from newsdesk.rendering.release import render_release  # noqa: PLC0415
    from newsdesk.rendering.typography import quotation_marks  # noqa: PLC0415

    renderer = BlockRenderer(quotes=quotation_marks(release.language))
    standing = Standing.EMBARGOED if release.embargo else Standing.DRAFT
    page = render_release(release, desk.newsroom.get(), standing, renderer).page
    # that it will be a draft goes without saying
    shown = tuple(block for block in page.blocks if block.kind is not BlockKind.BANNER)
    return Result(release, shown, page.direction.value)


class ResultView(QTextBrowser):
    """Shows a result, to be read only: it fetches nothing and leads nowhere.

    Signals:
        pointed(Finding | None): the mouse is on what a finding as read was made into.
    """

    pointed = Signal(object)

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result")
        self.setAccessibleName(self.tr("The release as it will be"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._themes = themes
        self._result: Result | None = None
        self._findings: Mapping[Finding, Finding] = {}
        self._places: dict[Finding, QTextCursor] = {}  # of findings as read
        self._pointed: Finding | None = None
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        themes.theme_changed.connect(self._on_theme_changed)

    def loadResource(self, _type: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        return None

    def show_result(self, result: Result) -> None:
        """Show another one, at the place where the one before was read."""
        self._result = result
        bar = self.verticalScrollBar()
        place = bar.value()
        self.document().setDefaultStyleSheet(self._css())
        self.setHtml(self._html(result))
        bar.setValue(min(place, bar.maximum()))
        self._find_places()

    def show_words(self, text: str) -> None:
        """Say why there is no result."""
        self._result = None
        self._places = {}
        self.setPlainText(text)

    def show_findings(self, now: Mapping[Finding, Finding]) -> None:
        """Know these findings: as read -> as they stand in the draft."""
        self._findings = dict(now)
        self._find_places()

    def point_at(self, finding: Finding | None) -> None:
        """Outline what a finding as read was made into, and bring it into view."""
        self._pointed = finding
        self._show_pointed()
        place = self._places.get(finding) if finding is not None else None
        if place is not None:
            self._bring_into_view(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._set_pointed(self._finding_at(event))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._set_pointed(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        place = self._places.get(self._pointed) if self._pointed is not None else None
        if place is None or self._pointed is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = colours_of(self._pointed.kind, self._themes.theme).text
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.drawRoundedRect(self._room(place), _RADIUS, _RADIUS)

    def _find_places(self) -> None:
        """Look up where each finding stands in what is shown now."""
        found = ((read, place_of(now, self.document())) for read, now in self._findings.items())
        self._places = {read: place for read, place in found if place is not None}
        self._show_pointed()

    def _show_pointed(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        place = self._places.get(self._pointed) if self._pointed is not None else None
        if place is not None and self._pointed is not None:
            ground = QTextCharFormat()
            colour = colours_of(self._pointed.kind, self._themes.theme).ground
            ground.setBackground(QColor(colour))
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = place, ground  # type: ignore[misc]
            selections.append(selection)
        self.setExtraSelections(selections)
        self.viewport().update()

    def _room(self, place: QTextCursor) -> QRectF:
        """Return where the paragraphs of a place stand in the viewport."""
        layout = self.document().documentLayout()
        first = self.document().findBlock(place.selectionStart())
        last = self.document().findBlock(place.selectionEnd())
        room = layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))
        offset = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return room.translated(*offset).adjusted(-_BESIDE, -3, _BESIDE, 3)

    def _bring_into_view(self, place: QTextCursor) -> None:
        room = self._room(place)
        height = self.viewport().height()
        if room.top() < 0 or room.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(room.top() - min(height / 4, _MARGIN * 2)))

    def _finding_at(self, event: QMouseEvent) -> Finding | None:
        """Return the finding with the smallest place that the mouse is on."""
        at = self.cursorForPosition(event.position().toPoint()).position()
        inside = [
            (place.selectionEnd() - place.selectionStart(), number, finding)
            for number, (finding, place) in enumerate(self._places.items())
            if place.selectionStart() <= at <= place.selectionEnd()
            and self._room(place).contains(event.position())
        ]
        return min(inside)[2] if inside else None

    def _set_pointed(self, finding: Finding | None) -> None:
        if finding != self._pointed:
            self._pointed = finding
            self._show_pointed()
            self.pointed.emit(finding)

    def _css(self) -> str:
        size = self.font().pixelSize()
        return _CSS.format(
            **self._themes.theme.colours,
            size=size + 1,
            gap=round(size * 0.8),
            h1=round(size * 1.6),
            h2=round(size * 1.15),
            small=size - 1,
        )

    def _html(self, result: Result) -> str:
        parts = [
            anchored(f"{BLOCK_ANCHOR}{block.kind}", _block(block, result.direction))
            for block in _beginning(result.blocks)
        ]
        if len(parts) < len(result.blocks):
            goes_on = escape(self.tr("The text goes on. All of it is brought in."))
            parts.append(f'<p class="told">{goes_on}</p>')
        if not result.release.headline.strip():
            missing = escape(self.tr("It has no headline yet."))
            parts.insert(0, f'<h1 class="missing">{missing}</h1>')
        parts += [
            anchored(
                f"{FIELD_ANCHOR}{kind}", f'<p class="told">{escape(name)}: {escape(value)}</p>'
            )
            for kind, name, value in self._told(result.release)
            if value
        ]
        return f"<body>{''.join(parts)}</body>"

    def _told(self, release: "Release") -> list[tuple[str, str, str]]:
        """Return what a release carries and does not print, and which findings fill it."""
        named: dict[Scheme, list[str]] = {Scheme.TAG: [], Scheme.CATEGORY: []}
        for term in release.terms:
            named.setdefault(term.scheme, []).append(term.name(release.language))
        source = release.provenance[0] if release.provenance else None
        posted = (source.posted_local, source.posted_tz) if source else ()
        return [
            ("abstract", self.tr("Summary"), release.abstract or ""),
            (FindingKind.FIELD, self.tr("Document symbol"), release.symbol or ""),
            (FindingKind.LANGUAGE, self.tr("Language"), language_name(release.language)),
            (FindingKind.ADDRESS, self.tr("Web address"), release.web_url or ""),
            (
                FindingKind.POSTED,
                self.tr("Date of the page"),
                " ".join(filter(None, posted)).replace("T", " "),
            ),
            (FindingKind.TAGS, self.tr("Tags"), ", ".join(named[Scheme.TAG])),
            (FindingKind.CATEGORIES, self.tr("Categories"), ", ".join(named[Scheme.CATEGORY])),
        ]

    @Slot(object)
    def _on_theme_changed(self, _theme: object) -> None:
        if self._result is not None:
            self.show_result(self._result)


def _beginning(blocks: Sequence[RenderedBlock]) -> list[RenderedBlock]:
    """Return as many blocks as Qt lays out without holding the window up."""
    reached = accumulate(len(block.html) for block in blocks)
    return [block for block, end in zip(blocks, reached, strict=True) if end <= _MOST]


def _block(block: RenderedBlock, direction: str) -> str:
    """Return a block; what takes the direction of the whole page says so, as Qt would guess."""
    if block.kind in (BlockKind.CONTACTS, BlockKind.END_MARK):
        return block.html.replace("<p ", f'<p dir="{direction}" ')
    return block.html
